package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.latchkey.support.ImportedClasses;
import dev.latchkey.support.LatchkeyTest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A kind that a feature declares and forgets elsewhere would be stored and never sent. */
@LatchkeyTest
class DeclaredMailKindsTest {

    @Autowired
    private List<MailComposer> composers;

    @Test
    void every_kind_has_a_name_of_its_own_and_is_composed_once() {
        var composed = composers.stream()
                .flatMap(composer -> composer.compositions().stream())
                .map(composition -> composition.kind().name());

        assertThat(declared().map(MailKind::name)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(composed)
                .containsExactlyInAnyOrderElementsOf(
                        declared().map(MailKind::name).toList());
    }

    /** Such a list names all kinds beside it, or all that are about the same. */
    @Test
    void a_list_beside_kinds_leaves_none_of_them_out() {
        var lists = classes()
                .filter(type -> kindsIn(type).findAny().isPresent())
                .flatMap(type -> staticFields(type).filter(field -> field.getType() == List.class))
                .toList();

        assertThat(lists).extracting(Field::getName).contains("KINDS", "PLAIN", "ABOUT_A_USER");
        assertThat(lists)
                .allSatisfy(list -> assertThat((List<?>) valueOf(list))
                        .as(list.toString())
                        .isEqualTo(kindsIn(list.getDeclaringClass())
                                .filter(kind -> isOf(kind, list))
                                .map(DeclaredMailKindsTest::valueOf)
                                .toList()));
    }

    private static Stream<MailKind<?>> declared() {
        return classes()
                .flatMap(DeclaredMailKindsTest::kindsIn)
                .map(DeclaredMailKindsTest::valueOf)
                .map(kind -> (MailKind<?>) kind);
    }

    private static Stream<Class<?>> classes() {
        return ImportedClasses.ofProduct().stream()
                .filter(type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(MailKind.class)))
                .map(JavaClass::reflect);
    }

    private static Stream<Field> kindsIn(Class<?> type) {
        return staticFields(type).filter(field -> field.getType() == MailKind.class);
    }

    private static Stream<Field> staticFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    private static boolean isOf(Field kind, Field list) {
        var about = argument(argument(list.getGenericType()));
        return about instanceof WildcardType || about.equals(argument(kind.getGenericType()));
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
