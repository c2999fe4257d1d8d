package dev.latchkey.user.group;

import dev.latchkey.user.UserName;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** Finds users who could join a group. */
@NamedInterface("api")
public interface UserSearch {

    /** The users whose name or email address contains the text, sorted by name; every user for an empty text. */
    List<UserName> find(String text, int offset, int limit);
}
