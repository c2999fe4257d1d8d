package dev.latchkey.user.settings;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.Organisation;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What users see of the organisation on pages, in mails and in their authenticator app. */
@Service
@NamedInterface("api")
public class OrganisationSettings {

    private final AccountService accounts;
    private final AuditTrail auditTrail;

    OrganisationSettings(AccountService accounts, AuditTrail auditTrail) {
        this.accounts = accounts;
        this.auditTrail = auditTrail;
    }

    /** Its name and whom users ask for help. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Versioned<Organisation> organisation() {
        return accounts.organisationToEdit();
    }

    /**
     * Changes its name and whom users ask for help. Entries in authenticator apps keep the name that they were made with.
     *
     * @throws StaleVersionException if that is no longer its version
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void change(long actorId, Versioned<Organisation> wanted) {
        accounts.setOrganisation(wanted);
        auditTrail.record(
                AuditAction.ORGANISATION_CHANGED,
                actorId,
                null,
                wanted.value().name(),
                wanted.value().helpContact());
    }
}
