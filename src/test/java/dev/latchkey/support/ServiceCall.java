package dev.latchkey.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/**
 * A public method of a service, called as the application calls it: on the bean, with whatever stands around it.
 *
 * @param name by which tests and tables know it
 */
public record ServiceCall(String name, Object service, Method method) {

    /** One for every public method of every service that the application has. */
    public static Stream<ServiceCall> in(ApplicationContext application) {
        return application.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith("dev.latchkey."))
                .flatMap(ServiceCall::of);
    }

    private static Stream<ServiceCall> of(Object service) {
        var type = AopUtils.getTargetClass(service);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> new ServiceCall(type.getSimpleName() + "." + method.getName(), service, method));
    }

    /**
     * Calls it with arguments that could be right: every id is that of the user, every text empty, every list too, and whatever is
     * not made so easily is null.
     *
     * @return what it threw; null where it did what it is there for
     */
    public @Nullable Throwable by(long userId) {
        var arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, userId))
                .toArray();
        try {
            method.setAccessible(true);
            method.invoke(service, arguments);
            return null;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object argument(Parameter parameter, long userId) {
        var type = parameter.getType();
        if (type == long.class) {
            return userId;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Stream.of("", List.of(), Set.of(), OptionalLong.empty(), Optional.empty())
                .filter(type::isInstance)
                .findFirst()
                .orElse(null);
    }
}
