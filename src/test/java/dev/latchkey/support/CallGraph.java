package dev.latchkey.support;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the product's methods lead to, however many calls lie between. */
public final class CallGraph {

    private static final JavaClasses CLASSES = ImportedClasses.ofProduct();

    private CallGraph() {}

    /** Every method that somebody outside a service can call on it. */
    public static Stream<JavaMethod> serviceMethods() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Service.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> Modifier.isPublic(method.reflect().getModifiers())
                        && !method.reflect().isSynthetic());
    }

    /** Those of them that are no part of somebody else's transaction. */
    public static Stream<JavaMethod> entryPoints() {
        return serviceMethods().filter(method -> {
            var transactional = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), Transactional.class);
            return transactional == null || transactional.propagation() != Propagation.MANDATORY;
        });
    }

    /** The classes of the views and of the plain pages, their controllers included. */
    public static Stream<JavaClass> views() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().matches("(.*\\.ui|dev\\.latchkey\\.signin\\.page)(\\..*)?")
                        || type.isAnnotatedWith(Controller.class));
    }

    /** Whether calls lead from there to such a method without passing through one that is guarded. */
    public static boolean reachesUnguarded(
            JavaCodeUnit from, Predicate<JavaCodeUnit> guarded, Predicate<JavaCodeUnit> sought) {
        return reach(from, guarded.negate()).stream().anyMatch(sought);
    }

    /** The name by which tests and tables know a method. */
    public static String nameOf(JavaMember method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    /** The method itself and whatever of the product it calls, lambdas included. */
    public static Set<JavaCodeUnit> from(JavaCodeUnit method) {
        return reach(method, unit -> true);
    }

    private static Set<JavaCodeUnit> reach(JavaCodeUnit method, Predicate<JavaCodeUnit> open) {
        var reached = new LinkedHashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        next.add(method);
        while (!next.isEmpty()) {
            var current = next.poll();
            if (reached.add(current)) {
                targets(current)
                        .map(AccessTarget::resolveMember)
                        .flatMap(Optional::stream)
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .filter(unit -> unit.getOwner().getPackageName().startsWith("dev.latchkey"))
                        .filter(open)
                        .forEach(next::add);
            }
        }
        return reached;
    }

    /** Whether the method, in the end, calls a method of that name on one of those simple class names. */
    public static boolean leadsTo(JavaCodeUnit method, Set<String> names) {
        return from(method).stream()
                .flatMap(CallGraph::targets)
                .anyMatch(target -> names.contains(target.getOwner().getSimpleName() + "." + target.getName()));
    }

    /** What the method itself calls or hands on as a reference. */
    public static Stream<AccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getCallsFromSelf().stream().map(call -> (AccessTarget) call.getTarget()),
                Stream.concat(
                        unit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()),
                        unit.getConstructorReferencesFromSelf().stream().map(reference -> reference.getTarget())));
    }
}
