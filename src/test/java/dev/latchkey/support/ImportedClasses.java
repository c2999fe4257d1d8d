package dev.latchkey.support;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The code as ArchUnit reads it, once for all tests of a process: each import takes seconds and a hundred megabytes. */
public final class ImportedClasses {

    private static final String ALL_PACKAGES = "dev.latchkey";

    private ImportedClasses() {}

    /** The classes of the product. */
    public static JavaClasses ofProduct() {
        return OfProduct.CLASSES;
    }

    /** Those of the tests, with their names and annotations alone: what they inherit from elsewhere is not looked up. */
    public static JavaClasses ofTests() {
        return OfTests.CLASSES;
    }

    private static final class OfProduct {

        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ALL_PACKAGES);
    }

    private static final class OfTests {

        private static final JavaClasses CLASSES = ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(new ImportOption.OnlyIncludeTests())
                    .importPackages(ALL_PACKAGES);
        });
    }
}
