package dev.latchkey.user.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.access.Permission;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserGroupTest {

    private static final UserGroup AUDITORS = new UserGroup(
            7L, 3L, "Auditors", "They look", false, Set.of(new UserGroup.Grant(Permission.VIEW_AUDIT_TRAIL)));
    private static final UserGroup BUILT_IN = new UserGroup(
            1L, 0L, "Account Administrator", "", true, Set.of(new UserGroup.Grant(Permission.MANAGE_ACCOUNT)));

    @Test
    void a_changed_group_is_of_the_version_that_it_was_read_with() {
        var edit = new UserGroupEdit("Watchers", "", Set.of(Permission.MANAGE_ACCOUNT));

        var changed = AUDITORS.changedTo(edit);

        assertThat(changed.toEdit()).isEqualTo(edit);
        assertThat(changed.id()).isEqualTo(7L);
        assertThat(changed.version()).isEqualTo(3L);
    }

    @Test
    void of_account_administrator_the_description_alone_is_changed() {
        var edit = BUILT_IN.toEdit();

        assertThat(BUILT_IN.changedTo(new UserGroupEdit(edit.name(), "Ours", edit.permissions()))
                        .description())
                .isEqualTo("Ours");
        assertRefused(() -> BUILT_IN.changedTo(new UserGroupEdit("Kings", "", edit.permissions())));
        assertRefused(() -> BUILT_IN.changedTo(new UserGroupEdit(edit.name(), "", Set.of())));
        assertRefused(BUILT_IN::requireDeletable);
    }

    @Test
    void what_an_edit_takes_away_is_nothing_that_it_adds() {
        assertThat(AUDITORS.permissionsAddedBy(new UserGroupEdit(
                        "Auditors", "", Set.of(Permission.VIEW_AUDIT_TRAIL, Permission.MANAGE_ACCOUNT))))
                .containsExactly(Permission.MANAGE_ACCOUNT);
        assertThat(AUDITORS.permissionsAddedBy(new UserGroupEdit("Auditors", "", Set.of())))
                .isEmpty();
    }

    private static void assertRefused(Runnable change) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(change::run)
                .withMessage("groups.refused.built-in");
    }
}
