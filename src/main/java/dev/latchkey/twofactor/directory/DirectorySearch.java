package dev.latchkey.twofactor.directory;

import dev.latchkey.user.UserName;
import dev.latchkey.user.group.UserSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds users like the page of users, with the same access rule. */
@Component
class DirectorySearch implements UserSearch {

    private final MemberDirectory directory;

    DirectorySearch(MemberDirectory directory) {
        this.directory = directory;
    }

    @Override
    public List<UserName> find(String text, int offset, int limit) {
        return directory.page(new MemberFilter(text, null, null), MemberOrder.NAME, false, offset, limit).stream()
                .map(member -> new UserName(member.id(), member.displayName(), member.email()))
                .toList();
    }
}
