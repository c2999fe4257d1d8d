package dev.latchkey.support;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Which methods write to the database by themselves. What isn't known to read is taken for a write. */
public final class Writing {

    private static final Set<String> TEMPLATES =
            Set.of("StatementSpec.update", "JdbcTemplate.update", "JdbcTemplate.batchUpdate");

    private static final String MODIFYING = "org.springframework.data.jdbc.repository.query.Modifying";

    /** A statement that only reads, or locks what it reads. */
    private static final Pattern READING_STATEMENT = Pattern.compile("\\s*SELECT\\b.*", Pattern.DOTALL);

    /** The name of a method of a repository from which Spring Data derives a statement that only reads. */
    private static final Pattern READING_NAME = Pattern.compile("(find|exists|count)([A-Z].*)?");

    private Writing() {}

    /** Whether the method itself calls a statement that writes, or hands one on as a reference. */
    public static boolean writesItself(JavaCodeUnit unit) {
        return CallGraph.targets(unit).anyMatch(Writing::isWrite);
    }

    private static boolean isWrite(AccessTarget target) {
        if (TEMPLATES.contains(target.getOwner().getSimpleName() + "." + target.getName())) {
            return true;
        }
        if (!target.getOwner().isAssignableTo(Repository.class)) {
            return false;
        }
        return target.resolveMember()
                .map(Writing::isWritingStatement)
                .orElseGet(() -> !READING_NAME.matcher(target.getName()).matches());
    }

    // A method with a body leads to the statements that it calls
    private static boolean isWritingStatement(JavaMember member) {
        if (!member.getModifiers().contains(JavaModifier.ABSTRACT)) {
            return false;
        }
        if (member.isAnnotatedWith(MODIFYING)) {
            return true;
        }
        return member.tryGetAnnotationOfType(Query.class)
                .map(query -> !READING_STATEMENT.matcher(query.value()).matches())
                .orElseGet(() -> !READING_NAME.matcher(member.getName()).matches());
    }
}
