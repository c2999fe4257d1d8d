package dev.latchkey.support;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import java.util.Set;

/** Links to the sign-up, from the invitation to the mail. */
public final class InvitationLinks {

    private static final String SUBJECT = "You're invited";

    private final Invitations invitations;
    private final OutboxPump outbox;
    private final People people;

    InvitationLinks(Invitations invitations, OutboxPump outbox, People people) {
        this.invitations = invitations;
        this.outbox = outbox;
        this.people = people;
    }

    /** The token of a link for a new address, which an administrator invites now, without groups. */
    public String tokenFor(EmailAddress address, Person administrator) {
        var mailbox = new Mailbox(address.value());
        var before = mailbox.mails().size();
        people.does(administrator, () -> invitations.invite(administrator.id(), address, Set.of()));
        outbox.run();
        return Mailbox.tokenOf(mailbox.await(before + 1, SUBJECT), "signup");
    }
}
