package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.user.group.SignInBlocker;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those who ask, in Java and in SQL, whether a user needs a code. */
public final class RuleAskers {

    private final TwoFactorService twoFactor;
    private final MemberDirectory directory;
    private final List<SignInBlocker> blockers;
    private final People people;

    RuleAskers(TwoFactorService twoFactor, MemberDirectory directory, List<SignInBlocker> blockers, People people) {
        this.twoFactor = twoFactor;
        this.directory = directory;
        this.blockers = blockers;
        this.people = people;
    }

    /**
     * Fails unless all get the same answers about a user. The switch is turned off if that is possible.
     *
     * @param needed whether the user needs a code
     * @param enforced whether they need it whatever they have chosen
     * @param app the user's, if they have turned it on themselves
     */
    public void assertAnswers(
            Person administrator, Person user, boolean needed, boolean enforced, @Nullable AuthenticatorApp app) {
        assertThat(twoFactor.isCodeRequired(user.id())).isEqualTo(needed);
        assertThat(people.as(
                                administrator,
                                () -> directory.page(
                                        new MemberFilter(user.email(), null, null), MemberOrder.EMAIL, false, 0, 1))
                        .getFirst()
                        .codeNeeded())
                .isEqualTo(needed);
        assertThat(people.as(user, () -> twoFactor.statusOf(user.id())).enforced())
                .isEqualTo(enforced);
        assertThat(blockers.stream()
                        .anyMatch(blocker ->
                                blocker.blockedAmong(Set.of(user.id())).contains(user.id())))
                .as("owes a code that they cannot give")
                .isEqualTo(enforced && app == null);
        if (app != null) {
            var off = people.as(user, () -> twoFactor.turnOff(user.id(), app.code()));
            assertThat(off).isInstanceOf(enforced ? SwitchOffResult.Refused.class : SwitchOffResult.SwitchedOff.class);
        }
    }
}
