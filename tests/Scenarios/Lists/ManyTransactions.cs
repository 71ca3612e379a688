using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Scenarios.Lists;

// Gives a customer many transactions: copies of one of the product's rows with ids of their own and two hundred different amounts.
// Lists read only these rows.
internal static class ManyTransactions
{
    public const int Amounts = 200;

    /// <returns>The customer's card, with a balance for further purchases.</returns>
    public static async Task<string> Give(TestDatabase database, TestAccount account, int count)
    {
        var card = await account.IssueCard(load: 90_000);
        var first = (await account.Authorize(card, 1))["id"];
        var columns = (await DatabaseRows.Of(
            database, "SELECT * FROM cards_transaction LIMIT 1", row => Enumerable.Range(0, row.FieldCount).Select(row.GetName).ToList()))[0];
        var hex = database.Engine == Engine.Sqlite ? "printf('%024x', n.i)" : "lpad(to_hex(n.i), 24, '0')";
        var values = columns.Select(column => column switch
        {
            "id" => $"'tx_' || {hex}",
            "amount" => string.Create(CultureInfo.InvariantCulture, $"(n.i % {Amounts} + 1) * 10000"),
            _ => $"t.{column}",
        });
        await database.Execute(string.Create(
            CultureInfo.InvariantCulture,
            $"""
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
             INSERT INTO cards_transaction ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM n CROSS JOIN cards_transaction t WHERE t.id = '{first}'
             """));
        return card;
    }
}
