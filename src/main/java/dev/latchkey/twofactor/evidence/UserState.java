package dev.latchkey.twofactor.evidence;

import dev.latchkey.user.UserStatus;
import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * A user at the end of a day.
 *
 * @param name empty until they have registered
 * @param userGroups the names, separated by commas; empty without any
 * @param fromDay since the end of which day all of this was so
 */
@NamedInterface("api")
public record UserState(
        long userId,
        String email,
        String name,
        String userGroups,
        UserStatus status,
        FactorState factor,
        LocalDate fromDay) {}
