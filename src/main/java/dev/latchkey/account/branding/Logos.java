package dev.latchkey.account.branding;

import dev.latchkey.account.OrganisationChanged;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the organisation's logo. */
@Service
@NamedInterface("api")
public class Logos {

    private final LogoRepository logos;
    private final ApplicationEventPublisher events;

    Logos(LogoRepository logos, ApplicationEventPublisher events) {
        this.logos = logos;
        this.events = events;
    }

    /** The logo as stored in the database now. */
    @Transactional(readOnly = true)
    public Optional<Logo> current() {
        return logos.find().map(LogoRepository.StoredLogo::logo);
    }

    /** Stores a logo in the place of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Logo logo) {
        logos.store(logo.hash(), logo.png(), logo.width(), logo.height());
        events.publishEvent(new OrganisationChanged());
    }

    /**
     * Removes the logo.
     *
     * @return false if there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove() {
        events.publishEvent(new OrganisationChanged());
        return logos.delete();
    }
}
