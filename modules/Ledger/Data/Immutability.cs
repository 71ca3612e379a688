using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Ledger.Data;

/// <summary>
/// The triggers that refuse to change or delete what was posted, and the sequence of account numbers. Called by the migrations
/// of both databases; a correction of the books is a new journal.
/// </summary>
public static class Immutability
{
    private static readonly string[] Tables = ["ledger_journal", "ledger_entry"];
    private static readonly string[] Changes = ["UPDATE", "DELETE"];

    /// <summary>The statements for an engine, in order.</summary>
    public static IEnumerable<string> Statements(Engine engine)
    {
        if (engine == Engine.Postgres)
        {
            yield return "CREATE SEQUENCE ledger_account_no";
            yield return
                """
                CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation'; END $$
                """;
        }

        foreach (var table in Tables)
        {
            foreach (var change in Changes)
            {
                yield return engine == Engine.Postgres
                    ? $"CREATE TRIGGER {table}_no_{Lower(change)} BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change()"
                    : $"CREATE TRIGGER {table}_no_{Lower(change)} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END";
            }

            if (engine == Engine.Postgres)
            {
                yield return $"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION ledger_refuse_change()";
            }
        }
    }

    private static string Lower(string change) => change == "UPDATE" ? "update" : "delete";
}
