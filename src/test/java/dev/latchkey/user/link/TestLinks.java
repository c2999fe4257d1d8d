package dev.latchkey.user.link;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Redeems links below the services, whose further guards would hide what the link itself does. */
public final class TestLinks {

    private TestLinks() {}

    /** Uses an invitation's token up, in a transaction of its own; whether this call was the one that did. */
    public static boolean redeemInvitation(ApplicationContext application, String token) {
        var links = application.getBean(OneTimeLinks.class);
        return Boolean.TRUE.equals(application
                .getBean(TransactionTemplate.class)
                .execute(status -> links.redeem(LinkPurpose.INVITATION, token)));
    }

    /** The same as if it were the token of a set-up link. */
    public static boolean redeemSetUp(ApplicationContext application, String token) {
        var links = application.getBean(OneTimeLinks.class);
        return Boolean.TRUE.equals(application
                .getBean(TransactionTemplate.class)
                .execute(status -> links.redeem(LinkPurpose.SET_UP, token)));
    }
}
