package dev.latchkey.operation.setting;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.validation.FieldError;

/** A value that breaks a constraint of its record. */
record InvalidValue(Class<?> record, WrittenSetting written, ConfigurationPropertyName name, FieldError error) {

    /** The first in the order of the names, so that the same settings always give the same sentence. */
    static InvalidValue first(Class<?> record, BindValidationException failure) {
        var errors = failure.getValidationErrors();
        return errors.getAllErrors().stream()
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .map(error -> {
                    var name = name(errors.getName(), error);
                    return new InvalidValue(
                            record, WrittenSetting.of(find(errors.getBoundProperties(), name), name), name, error);
                })
                .min(Comparator.comparing(InvalidValue::name))
                .orElseThrow(() -> failure);
    }

    String sentence() {
        if (error.getRejectedValue() == null) {
            var setting = KnownSettings.load().find(name.toString());
            return "The setting " + KnownSetting.variable(name.toString()) + " is missing"
                    + setting.map(known -> ": " + known.meaning()).orElse("") + ".";
        }
        return written.sentence(Requirement.of(record, error.getField(), error.getCode())
                .orElseGet(() -> Objects.requireNonNullElse(error.getDefaultMessage(), "is wrong")));
    }

    private static ConfigurationPropertyName name(ConfigurationPropertyName prefix, FieldError error) {
        return prefix.append(DataObjectPropertyName.toDashedForm(error.getField()));
    }

    private static @Nullable ConfigurationProperty find(
            Iterable<ConfigurationProperty> bound, ConfigurationPropertyName name) {
        for (var property : bound) {
            if (property.getName().equals(name)) {
                return property;
            }
        }
        return null;
    }
}
