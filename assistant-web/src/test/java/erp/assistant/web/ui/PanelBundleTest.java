package erp.assistant.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the build makes of the panel's modules. */
class PanelBundleTest {
    @TempDir
    Path folder;

    @BeforeEach
    void modules() throws IOException {
        module("erp-assistant.js", """
                import { Lexer } from '../_static/lexer.js';
                import { shown } from './part.js';

                class Element extends HTMLElement {
                  #first = 1;

                  async #second() {
                    return shown(this.#first, new Lexer(), '#first');
                  }

                  connectedCallback() {
                    return this.#second();
                  }
                }
                customElements.define('x-y', Element);
                """);
        module("part.js", """
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`
                .a > .b { color: #ffffff;  margin: 0 auto; }
                `);

                /** Joins. */
                export function shown(...all) {
                  return all.join(sheet);
                }
                """);
        module("dom.js", "export const el = (tag) => document.createElement(tag);\n");
        module("i18n/en.js", "export default {\n  title: 'Assistant',\n};\n");
    }

    private void module(String name, String text) throws IOException {
        Path file = folder.resolve("ui").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void bundle() throws IOException {
        PanelBundle.main(new String[] {
            folder.resolve("ui").toString(), folder.resolve("made/ui").toString()
        });
    }

    private String made(String name) throws IOException {
        return Files.readString(folder.resolve("made/ui").resolve(name));
    }

    @Test
    void theModulesAreJoinedWithoutSpaceAndLongPrivateNamesAndLanguagesStayAlone() throws Exception {
        bundle();

        assertThat(made("erp-assistant.js"))
                .startsWith("import{Lexer as ")
                .contains("from\"../_static/lexer.js\"", ".a > .b{color:#ffffff;margin:0 auto}", "\"#first\"")
                .doesNotContain("part.js", "this.#first", "#second", "Joins", "shown");
        assertThat(made("dom.js")).contains("export").doesNotContain("\n  ");
        assertThat(made("i18n/en.js")).isEqualTo("export default{title:\"Assistant\"};\n");
    }

    @Test
    void whatHasNotChangedIsNotMadeAgain() throws Exception {
        bundle();
        Path file = folder.resolve("made/ui/erp-assistant.js");
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, longAgo);
        bundle();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);

        module("i18n/en.js", "export default { title: 'Helper' };\n");
        bundle();

        assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(longAgo);
        assertThat(made("i18n/en.js")).contains("Helper");
    }

    @Test
    void twoModulesWithTheSameNameAreRefused() throws Exception {
        module("part.js", "export const shown = 1;\nclass Element {}\n");

        assertThatThrownBy(this::bundle)
                .hasMessageStartingWith("Element is declared in ")
                .hasMessageContaining("part.js")
                .hasMessageContaining("erp-assistant.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"import all from './dom.js';", "import './dom.js';", "export default 1;", "export { shown };"})
    void importsAndExportsThatItDoesNotKnowAreRefused(String line) throws Exception {
        module("part.js", "function shown() {}\n" + line + "\n");

        assertThatThrownBy(this::bundle)
                .hasMessageStartingWith("Not understood in ")
                .hasMessageEndingWith("part.js: " + line);
    }

    @Test
    void aModuleThatIsNoScriptIsAnErrorWithItsPlace() throws Exception {
        module("part.js", "export function shown() {\n  return (;\n}\n");

        assertThatThrownBy(this::bundle)
                .hasMessageContaining("Unexpected token")
                .hasMessageContaining("at line ");
    }
}
