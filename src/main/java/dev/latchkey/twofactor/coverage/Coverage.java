package dev.latchkey.twofactor.coverage;

import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.user.access.PermittedToManage;
import java.time.Clock;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many users have set up two-factor authentication, counted now. */
@Service
@NamedInterface("api")
public class Coverage {

    // IN does not accept an empty list
    private static final List<Long> NOBODY = List.of(0L);

    private final FiguresRepository users;
    private final Deliveries deliveries;
    private final Clock clock;

    Coverage(FiguresRepository users, Deliveries deliveries, Clock clock) {
        this.users = users;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** All active users. */
    @PermittedToManage
    @Transactional(readOnly = true)
    public CoverageFigures figures() {
        var refused = deliveries.refusedRecipients();
        return users.figures(refused.isEmpty() ? NOBODY : refused, clock.instant());
    }

    /** The active members of each group, Account Administrator first. */
    @PermittedToManage
    @Transactional(readOnly = true)
    public List<GroupCoverage> byGroup() {
        return users.byGroup();
    }
}
