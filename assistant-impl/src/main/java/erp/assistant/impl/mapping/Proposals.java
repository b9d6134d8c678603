package erp.assistant.impl.mapping;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Proposes mapping files from what a database tells about its tables. Reads no row. */
final class Proposals {

    private static final int MOST_CHILDREN = 6;

    private Proposals() {}

    /** @throws AssistantException in words, if the data source or the table is not there */
    static String of(MappedDataSources dataSources, String dataSource, String table) {
        if (!Name.DATA_SOURCE.matches(dataSource) || dataSource.equals(MappedDataSources.LEDGER)) {
            throw invalid("dataSource must be " + Name.DATA_SOURCE.allowed() + ".");
        }
        try (Connection connection = dataSources.named(dataSource).getConnection()) {
            DatabaseMetaData metaData = connection.getMetaData();
            Table found = Table.find(metaData, table)
                    .orElseThrow(() -> invalid("table must be the name of one table or view of " + dataSource
                            + ", with its schema if there are several of that name."));
            List<Proposal.Child> children = new ArrayList<>();
            for (Table.Key key :
                    found.fromChildren().stream().limit(MOST_CHILDREN).toList()) {
                Table child = Table.describe(metaData, found.catalog(), key.schema(), key.table());
                children.add(new Proposal.Child(child, key));
            }
            return new Proposal(dataSource, found, children, new SqlNames(metaData)).text();
        } catch (SQLException e) {
            throw invalid("The data source " + dataSource + " could not describe its tables, SQL state "
                    + e.getSQLState() + ".");
        } catch (IllegalStateException e) {
            throw invalid(e.getMessage() + ".");
        }
    }

    private static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
