/** Who works here and what they may see: companies, employees, logins, roles. */
@NullMarked
package sample.erp.organisation;

import org.jspecify.annotations.NullMarked;
