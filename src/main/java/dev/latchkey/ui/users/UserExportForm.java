package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.twofactor.directory.MemberFilter;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks {@link UsersExport} for a file; what is searched for goes in the body, where no log of addresses shows it. */
class UserExportForm extends Composite<PostForm> {

    @Override
    protected PostForm initContent() {
        return new PostForm(UsersExport.PATH.substring(1));
    }

    /** Adds what the form shows. */
    void add(Component shown) {
        getContent().add(shown);
    }

    /** Exports everybody who matches. */
    void export(MemberFilter filter) {
        submit(filter, "");
    }

    /** Exports the users with these ids, one at least. */
    void export(Collection<Long> ids) {
        submit(MemberFilter.ALL, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private void submit(MemberFilter filter, String ids) {
        set("search", filter.search());
        set("state", filter.state());
        set("group", filter.groupId());
        set("status", filter.status());
        set("secret", filter.secret());
        set("reach", filter.reach());
        set("users", ids);
        getContent().submit();
    }

    private void set(String name, @Nullable Object value) {
        getContent().setValue(name, Objects.toString(value, ""));
    }
}
