package dev.latchkey.user.address.repair;

import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Normalizes the addresses of existing users, at the start and every hour; safe to run repeatedly and on several nodes at once. If
 * several users would get the same address, only one who already has it keeps it: each of the others keeps the stored text, which
 * nobody can log in with, and administrators are notified. SQL cannot do this, because it does not support UTS 46.
 */
@Component
class AddressMigration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AddressMigration.class);

    private final StoredAddressRepository addresses;
    private final AddressRepair repair;
    private final Outbox outbox;

    AddressMigration(StoredAddressRepository addresses, AddressRepair repair, Outbox outbox) {
        this.addresses = addresses;
        this.repair = repair;
        this.outbox = outbox;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            migrate();
        } catch (RuntimeException e) {
            LOG.error("Can't convert stored addresses to the standard form. Trying again in an hour", e);
        }
    }

    /** So that no restart is needed after a removed user's address becomes free for another user. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void migrate() {
        var odd = odd();
        var together = odd.stream()
                .filter(address -> address.form().isPresent())
                .collect(Collectors.groupingBy(address -> address.form().orElseThrow()));
        for (var address : odd) {
            address.form()
                    .ifPresentOrElse(
                            form -> migrate(address, form, together.get(form).size() > 1),
                            () -> repair.mark(address, AddressProblem.NOT_USABLE));
        }
    }

    private List<StoredAddress> odd() {
        var odd = new ArrayList<StoredAddress>();
        var page = addresses.pageBehind(0);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(address -> address.addressProblem() != null || !address.isInForm())
                    .forEach(odd::add);
            page = addresses.pageBehind(page.getLast().id());
        }
        return odd;
    }

    private void migrate(StoredAddress address, EmailAddress form, boolean wantedByOthers) {
        var holder = addresses.find(form).filter(other -> other.id() != address.id());
        var contested = wantedByOthers || holder.isPresent();
        if (address.isInForm()) {
            repair.mark(address, contested ? AddressProblem.HAS_TWIN : stillMisdirected(address));
            return;
        }
        holder.ifPresent(other -> repair.mark(other, AddressProblem.HAS_TWIN));
        if (isMisdirected(address) && address.isRegistered()) {
            repair.mark(address, AddressProblem.MISDIRECTED);
        } else if (contested) {
            repair.mark(address, AddressProblem.SAME_AS_ANOTHER);
        } else {
            rewrite(address, form);
        }
    }

    private void rewrite(StoredAddress address, EmailAddress form) {
        try {
            repair.rewrite(address, form, isMisdirected(address) ? AddressProblem.MISDIRECTED : null);
        } catch (DuplicateKeyException invitedMeanwhile) {
            repair.mark(address, AddressProblem.SAME_AS_ANOTHER);
        }
    }

    private boolean isMisdirected(StoredAddress address) {
        return address.addressProblem() == AddressProblem.MISDIRECTED
                || address.wasCutToAnother() && outbox.hasSent(address.id());
    }

    /** Until the invitation is sent again, which removes the mark. */
    private static @Nullable AddressProblem stillMisdirected(StoredAddress address) {
        return address.addressProblem() == AddressProblem.MISDIRECTED ? AddressProblem.MISDIRECTED : null;
    }
}
