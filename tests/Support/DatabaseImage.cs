using System.Data.Common;
using System.Globalization;
using System.Text;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests;

/// <summary>The content of a database as text. Two images are equal when nothing changed between them.</summary>
public static class DatabaseImage
{
    // The log of requests, the progress of the background verifier and the inert cards of the simulated issuer do not count as a change. An
    // inert card is made before the unit of work, belongs to the issuer, and is never used when the command is refused.
    private static readonly string[] LeftOut = ["accounts_request", "ledger_verified", "cards_sim_issue"];

    // Written by a job some time after the call.
    private const string LastUsed = "last_used_at";

    /// <summary>Reads every row of every table.</summary>
    public static async Task<string> Of(TestDatabase database)
    {
        await using DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var tables = database.Engine == Engine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name";
        var image = new StringBuilder();
        foreach (var table in (await Rows(connection, tables)).Where(table => !LeftOut.Contains(table)))
        {
            image.AppendLine(CultureInfo.InvariantCulture, $"[{table}]");
            foreach (var row in (await Rows(connection, $"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal))
            {
                image.AppendLine(row);
            }
        }

        return image.ToString();
    }

    private static async Task<List<string>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // table names of this very database
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != LastUsed).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
