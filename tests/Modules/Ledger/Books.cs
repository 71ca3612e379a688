using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests.Ledger;

// A database file with the money of a few customers in both books and exported heads. Tests tamper with copies of it.
internal sealed class Books : IAsyncDisposable, IDisposable
{
    private readonly TestHost? host;

    private Books(string directory, TestHost? host)
    {
        this.host = host;
        Directory = directory;
        Connection = new SqliteConnection($"Data Source={Path.Combine(directory, "cryptocardium.db")};Pooling=False");
        Connection.Open();
    }

    public string Directory { get; }

    public SqliteConnection Connection { get; }

    public static async Task<Books> Make()
    {
        var host = await TestHost.Start(Engine.Sqlite);
        await host.RunJobs();
        foreach (var topup in (decimal[])[300, 60, 450, 2_500])
        {
            using var account = await host.SignUpWith(topup);
            host.Clock.Advance(TimeSpan.FromSeconds(7));
            var card = await account.IssueCard(load: topup / 10);
            var authorization = await account.Authorize(card, topup / 20);
            host.Clock.Advance(TimeSpan.FromMilliseconds(3));
            await account.Capture(authorization["authorization_id"], topup / 50);
            await account.Authorize(card, 1);
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unload", new { amount_usd = 1 }));
            await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 200, asset = "USDT", chain = "tron" }));
        }

        await host.RunJobs();
        return new Books(host.Database.Directory, host);
    }

    /// <summary>A copy without triggers and constraint checks.</summary>
    public Books Copy()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("cryptocardium-test-").FullName;
        System.IO.Directory.CreateDirectory(Path.Combine(directory, "heads"));
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(Directory, "heads")))
        {
            File.Copy(file, Path.Combine(directory, "heads", Path.GetFileName(file)));
        }

        var copy = new Books(directory, null);
        Connection.BackupDatabase(copy.Connection);
        using var command = copy.Connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0;
            DROP TRIGGER ledger_journal_no_update; DROP TRIGGER ledger_journal_no_delete;
            DROP TRIGGER ledger_entry_no_update; DROP TRIGGER ledger_entry_no_delete
            """;
        command.ExecuteNonQuery();
        return copy;
    }

    public async Task<(int Code, string Said)> Verify()
    {
        using var output = new StringWriter();
        return (await CommandLine.Run(["verify", $"--Data:Directory={Directory}"], output, output), output.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Connection.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
