package dev.latchkey.user.settings;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.Organisation;
import dev.latchkey.account.branding.Logo;
import dev.latchkey.account.branding.LogoImage;
import dev.latchkey.account.branding.Logos;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What users see of the organisation on pages, in mails and in their authenticator app. */
@Service
@NamedInterface("api")
public class OrganisationSettings {

    private final AccountService accounts;
    private final Logos logos;
    private final AuditTrail auditTrail;

    OrganisationSettings(AccountService accounts, Logos logos, AuditTrail auditTrail) {
        this.accounts = accounts;
        this.logos = logos;
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

    /** Its logo, if it has one. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Optional<Logo> logo() {
        return logos.current();
    }

    /**
     * Draws its logo from a PNG or JPEG, in the place of the one before.
     *
     * @throws RefusedException as for {@link LogoImage#of}
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void changeLogo(long actorId, byte[] uploaded) {
        var logo = LogoImage.of(uploaded);
        logos.store(logo);
        auditTrail.record(
                AuditAction.ORGANISATION_LOGO_CHANGED, actorId, null, "", logo.width() + " × " + logo.height());
    }

    /** Removes its logo; its name is shown instead. */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void removeLogo(long actorId) {
        if (logos.remove()) {
            auditTrail.record(AuditAction.ORGANISATION_LOGO_REMOVED, actorId, null, "");
        }
    }
}
