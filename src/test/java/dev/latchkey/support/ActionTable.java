package dev.latchkey.support;

import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.twofactor.enrolment.ProposedChange;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.RecentFactor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;

/** Every public method of a service: who may call it, on whom, by which proof, and what it leaves in the audit trail. */
public final class ActionTable {

    private static final String RECENT =
            "the strongest factor, within %d minutes".formatted(RecentFactor.VALIDITY.toMinutes());

    /** Proofs that a method asks for by itself, known by what it calls. */
    private static final Map<String, String> OWN_PROOFS = ownProofs();

    private static final Pattern AUTHORITY = Pattern.compile("hasAuthority\\('(\\w+)'\\)");

    private final Map<String, String> harmless;

    /**
     * Makes the table.
     *
     * @param harmless by name, why a change takes no fresh proof
     */
    public ActionTable(Map<String, String> harmless) {
        this.harmless = Map.copyOf(harmless);
    }

    /** The page, as it stands in the repository. */
    public String text() {
        var page = new StringBuilder("""
                # Who may do what to whom

                Generated from the code by `ActionsTest`, which fails if this page and the code differ. Don't edit it by hand. A guard is an
                annotation on a method of a service. A page can only call methods that write through a guard.

                *The strongest factor* is the authentication code of a user who has set up an authenticator app, otherwise the password. *Over the user* are
                those who have every permission that the user has. *Over the group* are those who have every permission that the group gives. Nobody
                can give users or groups permissions that they don't have themselves.

                ## Actions that change something

                | action | who | on whom | proof | audit trail |
                | --- | --- | --- | --- | --- |
                """);
        rows(method -> isGuarded(method) && changesSomething(method))
                .forEach((name, method) -> page.append("| `%s` | %s | %s | %s | %s |%n"
                        .formatted(name, who(method), whom(method), proof(name, method), audit(method))));
        page.append("""

                ## Actions that only read

                | action | who | on whom | proof |
                | --- | --- | --- | --- |
                """);
        rows(method -> isGuarded(method) && !changesSomething(method))
                .forEach((name, method) -> page.append(
                        "| `%s` | %s | %s | %s |%n".formatted(name, who(method), whom(method), proof(name, method))));
        page.append("""

                ## Methods that no page calls

                These methods have no guard. They are parts of the actions above, the login, jobs and commands. `ArchitectureTest` fails if a view calls
                one.

                """);
        internal().forEach(name -> page.append("- `%s`%n".formatted(name)));
        return page.toString();
    }

    /** Whether the method says who may call it. */
    public static boolean isGuarded(JavaMember method) {
        return method instanceof JavaMethod && rule(method).isPresent();
    }

    /** Whether only somebody whose login is complete may call it. */
    public static boolean isForSomebodySignedIn(JavaMethod method) {
        return rule(method).filter(rule -> !rule.startsWith("permitAll()")).isPresent();
    }

    /** Whether something is written, here or in what it calls. */
    public static boolean changesSomething(JavaMethod method) {
        return CallGraph.from(method).stream().anyMatch(Writing::writesItself);
    }

    /** What the method asks for beyond a complete login; empty where that is nothing. */
    public static Optional<String> freshProof(JavaMethod method) {
        var own = OWN_PROOFS.entrySet().stream()
                .filter(proof -> CallGraph.leadsTo(method, Set.of(proof.getKey())))
                .map(Map.Entry::getValue);
        var recent = CallGraph.from(method).stream()
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .filter(called -> !isWrittenOut(called))
                .filter(called -> rule(called).filter(ActionTable::asksForProof).isPresent())
                .map(called -> RECENT);
        return Optional.of(Stream.concat(recent, own).distinct().collect(Collectors.joining("; ")))
                .filter(proofs -> !proofs.isEmpty());
    }

    private static Map<String, String> ownProofs() {
        var proofs = new LinkedHashMap<String, String>();
        proofs.put("AuthenticationManager.authenticate", "the factor that it proves");
        proofs.put(
                "ProposedChange.isExpiredAt",
                "a proof for the proposed secret key, valid for %d minutes".formatted(ProposedChange.LIFE.toMinutes()));
        proofs.put("ProposedEnrolment.match", "a code from the proposed secret key");
        proofs.put("CodeVerifier.verify", "a code, which is used up");
        proofs.put("RecoveryCodeChanges.spend", "a recovery code, which is used up");
        proofs.put("OneTimeLinks.redeem", "a one-time link, which is used up");
        return proofs;
    }

    private static Map<String, JavaMethod> rows(java.util.function.Predicate<JavaMethod> some) {
        var rows = new TreeMap<String, JavaMethod>();
        CallGraph.entryPoints().filter(some).forEach(method -> rows.put(CallGraph.nameOf(method), method));
        return rows;
    }

    private static Set<String> internal() {
        return CallGraph.serviceMethods()
                .filter(method -> !isGuarded(method))
                .map(CallGraph::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> rule(JavaMember method) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(((JavaMethod) method).reflect(), PreAuthorize.class))
                .map(PreAuthorize::value);
    }

    private static boolean asksForProof(String rule) {
        return rule.contains("isProvenBy(");
    }

    private static boolean isWrittenOut(JavaMethod method) {
        return method.isAnnotatedWith(PreAuthorize.class);
    }

    private static String who(JavaMethod method) {
        var rule = rule(method).orElseThrow();
        if (rule.equals("permitAll()")) {
            return "anyone";
        }
        if (rule.startsWith("permitAll()")) {
            return "a user after the password";
        }
        var permissions = permissionOf(method)
                .map(Stream::of)
                .orElseGet(() -> AUTHORITY
                        .matcher(rule)
                        .results()
                        .map(found -> Permission.valueOf(found.group(1)))
                        .distinct());
        var words = permissions.map(ActionTable::words).collect(Collectors.joining(", or "));
        return words.isEmpty() ? "a user" : words;
    }

    private static Optional<Permission> permissionOf(JavaMethod method) {
        return Arrays.stream(method.reflect().getAnnotations())
                .map(annotation -> AnnotatedElementUtils.getMergedAnnotationAttributes(
                        method.reflect(), annotation.annotationType()))
                .map(attributes -> attributes == null ? null : attributes.get("value"))
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .findFirst();
    }

    private static String whom(JavaMethod method) {
        var rule = rule(method).orElseThrow();
        if (rule.contains("isOverGroup(")) {
            return "over the group";
        }
        if (rule.contains("isOver(")) {
            return "over the user";
        }
        if (rule.equals("permitAll()")) {
            return Arrays.stream(method.reflect().getParameters())
                            .anyMatch(parameter -> parameter.getName().equals("token"))
                    ? "the user of the link"
                    : "–";
        }
        return rule.contains("#userId") ? "themselves" : "the account";
    }

    private String proof(String name, JavaMethod method) {
        var fresh = freshProof(method);
        var rule = rule(method).orElseThrow();
        if (isWrittenOut(method) && asksForProof(rule)) {
            return "`" + rule + "`" + reason(name);
        }
        if (fresh.isPresent()) {
            return fresh.get();
        }
        if (isForSomebodySignedIn(method)) {
            return "a complete login" + reason(name);
        }
        return rule.equals("permitAll()") ? "–" : "the password";
    }

    private String reason(String name) {
        return harmless.containsKey(name) ? ": " + harmless.get(name) : "";
    }

    private static String audit(JavaMethod method) {
        return CallGraph.from(method).stream()
                .flatMap(unit -> unit.getFieldAccesses().stream())
                .map(access -> access.getTarget())
                .filter(field -> field.getOwner().isEquivalentTo(AuditAction.class)
                        && field.getRawType().isEquivalentTo(AuditAction.class))
                .map(field -> field.getName())
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String words(Permission permission) {
        return Arrays.stream(permission.name().split("_"))
                .map(word -> word.equals("AND")
                        ? "and"
                        : word.charAt(0) + word.substring(1).toLowerCase())
                .collect(Collectors.joining(" "));
    }
}
