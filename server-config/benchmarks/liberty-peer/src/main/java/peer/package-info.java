/** The usual way to stream a language model's answer from Open Liberty, to compare with. */
@NullMarked
package peer;

import org.jspecify.annotations.NullMarked;
