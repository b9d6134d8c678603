package erp.assistant.record.annotated;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The labels of a class in one language: those of its bundle, and else those of its annotations. */
record Labels(Optional<ResourceBundle> bundle) {

    /** @throws java.util.MissingResourceException if the annotation names a bundle that is not there */
    static Labels of(Class<?> type, String baseName, Locale language) {
        if (baseName.isEmpty()) {
            return new Labels(Optional.empty());
        }
        // Not the JVM's own language, which is nobody's: then rather the annotations'.
        ResourceBundle.Control noOther =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        return new Labels(Optional.of(ResourceBundle.getBundle(baseName, language, type.getClassLoader(), noOther)));
    }

    String of(String id, String otherwise) {
        return bundle.filter(labels -> labels.containsKey(id))
                .map(labels -> labels.getString(id))
                .orElse(otherwise);
    }
}
