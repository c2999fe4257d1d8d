package dev.latchkey.twofactor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditFilter;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.common.text.Search;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.UserName;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Users, members of a group and the audit trail, all looked through in one way. */
@LatchkeyTest
class SearchTest {

    @Autowired
    private MemberDirectory directory;

    @Autowired
    private UserGroups groups;

    @Autowired
    private UserGroupMembers groupMembers;

    @Autowired
    private AuditTrail auditTrail;

    @Autowired
    private AuditTrailReader trail;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @ParameterizedTest
    @CsvSource({
        "K\u00e4the Kollwitz, kathe",
        "Kathe Kollwitz, K\u00c4THE",
        "Ka\u0308the Kollwitz, k\u00e4the",
        "Ada Lovelace, 'ada  lovelace'",
        "Ada Lovelace, ' ADA\u00a0\u3000LOVE '",
        "Stra\u00dfer, strasser",
        "Sm\u00f8rg\u00e5s \u0141\u00f3d\u017a, smorgas lodz",
        "50%_off, %_",
        "O'Brien \\ Sons, '\\ s'",
        "\u5c71\u7530 \u592a\u90ce, \u7530\u3000\u592a",
        "Zo\u00eb, 'zoe\u200b'"
    })
    void FIELD_P15_case_accents_and_blanks_do_not_matter(String name, String typed) {
        rename(name);

        assertThat(people.as(administrator, () -> found(typed))).containsExactly(name);
        assertThat(people.as(administrator, () -> members(typed))).containsExactly(name);
    }

    @Test
    void whoever_is_invited_is_found_by_the_proposed_name() {
        rename("Somebody");
        people.makeInvited(administrator);
        jdbc.update(
                "UPDATE users SET name = '', proposed_name = 'K\u00e4the Kollwitz' WHERE id = ?", administrator.id());
        var reader = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);

        assertThat(people.as(
                        reader,
                        () -> directory.page(new MemberFilter("kathe", null, null), MemberOrder.NAME, false, 0, 10)))
                .extracting(Member::displayName)
                .containsExactly("K\u00e4the Kollwitz");
        assertThat(people.as(reader, () -> members("kathe"))).containsExactly("K\u00e4the Kollwitz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "K_the", "K%e", "'", "adalovelace", "lovelace ada"})
    void FIELD_P15_no_character_stands_for_another(String typed) {
        rename("Ada Lovelace");

        assertThat(people.as(administrator, () -> found(typed))).isEmpty();
        assertThat(people.as(administrator, () -> members(typed))).isEmpty();
    }

    @Test
    void FIELD_P15_addresses_are_found_whatever_the_case_and_an_empty_search_finds_everybody() {
        rename("Ada");

        assertThat(people.as(administrator, () -> found(administrator.email().toUpperCase())))
                .containsExactly("Ada");
        assertThat(people.as(administrator, () -> found("  "))).containsExactly("Ada");
    }

    @Test
    void FIELD_P15_so_is_the_audit_trail() {
        var subject = "Caf\u00e9 d\u2019Or\u00e9 " + administrator.id();
        auditTrail.record(AuditAction.GROUP_CREATED, administrator.id(), null, subject);
        var filter = new AuditFilter(
                "CAFE  d\u2019ore " + administrator.id(),
                AuditFilter.ALL.actions(),
                AuditFilter.EARLIEST,
                AuditFilter.LATEST);

        assertThat(people.as(administrator, () -> trail.page(filter, 0, 10)))
                .extracting(AuditEntry::subject)
                .containsExactly(subject);
    }

    @Test
    void FIELD_A1_a_search_is_cut_before_it_is_looked_at() {
        assertThat(Search.term("x".repeat(8_000_000))).hasSize(Search.LENGTH);
    }

    private void rename(String name) {
        people.setName(administrator, name);
    }

    private List<String> found(String typed) {
        return directory.page(new MemberFilter(typed, null, null), MemberOrder.NAME, false, 0, 10).stream()
                .map(Member::name)
                .toList();
    }

    private List<String> members(String typed) {
        var group = groups.all().stream()
                .filter(UserGroupSummary::builtIn)
                .findFirst()
                .orElseThrow();
        return groupMembers.find(group.id(), typed, 0, 10).stream()
                .map(UserName::name)
                .toList();
    }
}
