using System.Text;
using System.Text.Json.Nodes;
using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Tests.Cards;
using Cryptocardium.Tests.Ledger;

namespace Cryptocardium.Tests.Commands;

public sealed class BackupTests
{
    private const int Refused = 2;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [DatabaseTheory]
    public async Task A_restored_backup_has_the_rows_the_keys_the_evidence_and_the_heads(Engine engine)
    {
        using var calls = new BackupCalls();
        var restored = await TestDatabase.CreateEmpty(engine);
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var pan = (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan")))["pan"];
        var dispute = await EvidenceCalls.File(account);
        var evidence = (await TestAccount.Created(EvidenceCalls.Add(account, dispute, Samples.Png, "a.png")))["id"];
        await host.RunJobs();
        var first = await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 5 }, "a-key"));

        var backup = await calls.Backup(host.Database, "daily");
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 7 }));
        var restore = await calls.Restore(restored, "daily");

        Assert.Equal((0, 0), (backup.Code, restore.Code));
        Assert.Equal(0, (await BackupCalls.Verify(restored)).Code);
        await BooksAudit.Check(restored);
        await using var copy = await TestHost.Start(restored);
        using var owner = new ApiClient(copy.Server, account.Api.Bearer);
        Assert.Equal("105.00", (await TestAccount.Ok(owner.Get($"/v1/cards/{card}"))).Money("balance_usd"));
        Assert.Equal(pan, (await TestAccount.Ok(owner.Get($"/v1/cards/{card}/pan")))["pan"]);
        Assert.Equal(Samples.Png, (await TestAccount.Ok(owner.Get($"/v1/disputes/{dispute}/evidence/{evidence}/file"))).Body);
        var replayed = await TestAccount.Ok(owner.Post($"/v1/cards/{card}/load", new { amount_usd = 5 }, "a-key"));
        Assert.Equal(("true", Encoding.UTF8.GetString(first.Body)), (replayed.Header("Idempotent-Replayed"), Encoding.UTF8.GetString(replayed.Body)));
    }

    [DatabaseTheory]
    public async Task A_backup_is_private_and_holds_no_key_in_clear(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        await account.IssueCard();
        await host.RunJobs();
        Assert.Equal(0, (await calls.Backup(host.Database, "daily")).Code);

        var keys = Directory.GetFiles(Path.Combine(host.Database.Directory, "keys"), "*.key").Select(File.ReadAllText).ToList();
        Assert.NotEmpty(keys);
        foreach (var path in Directory.EnumerateFiles(calls.At("daily"), "*", SearchOption.AllDirectories))
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
            Assert.DoesNotContain(keys, key => content.Contains(key.Trim(), StringComparison.OrdinalIgnoreCase));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == OwnFile, path);
        }

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(calls.At("daily")) == (OwnFile | UnixFileMode.UserExecute));
    }

    [DatabaseTheory]
    public async Task A_backup_without_keys_says_so(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var restored = await TestDatabase.CreateEmpty(engine);
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);

        var backup = await calls.Backup(host.Database, "daily", "--without-keys");
        var restore = await calls.Restore(restored, "daily", "--without-keys");

        Assert.Equal((0, 0), (backup.Code, restore.Code));
        Assert.Contains("It has no keys.", backup.Output, StringComparison.Ordinal);
        Assert.Contains("keys were left out", restore.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(calls.At("daily"), "keys.sealed")));
        Assert.False(Directory.Exists(Path.Combine(restored.Directory, "keys")));
        Assert.Equal(0, (await BackupCalls.Verify(restored)).Code);
    }

    // Columns: words, and a part of the one sentence that answers them.
    [DatabaseTheory]
    public async Task A_backup_that_cannot_run_says_why_in_one_sentence_and_leaves_nothing(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var empty = await TestDatabase.CreateEmpty(engine);
        await using var host = await TestHost.Start(engine);
        Directory.CreateDirectory(calls.At("older"));
        Directory.CreateDirectory(calls.At("broken-off.incomplete"));
        await File.WriteAllTextAsync(calls.At("short"), "12345");
        (string Name, TestDatabase Database, string[] Words, string Sentence)[] table =
        [
            ("older", host.Database, [], "older exists; a backup overwrites nothing."),
            ("broken-off", host.Database, [], "broken-off.incomplete exists; a backup overwrites nothing."),
            ("new", host.Database, ["--passphrase-file", calls.At("nothing")], "The passphrase cannot be read: "),
            ("new", host.Database, [$"--passphrase-file={calls.At("short")}"], "The passphrase is shorter than 12 characters."),
            ("new", host.Database, ["another"], "'another' is too much; backup takes one directory."),
            ("new", host.Database, ["--Logging:LogLevel:Default=None"], "The keys need a passphrase: "),
            ("new", empty, [], "is not the Data:Directory of a server: there is nothing to back up."),
        ];
        foreach (var (name, database, words, sentence) in table)
        {
            var (code, output) = await calls.Backup(database, name, words);
            AssertSentence(code, output, sentence);
        }

        Assert.Equal(["broken-off.incomplete", "older", "passphrase", "short"], Names(calls.Directory));
    }

    [DatabaseTheory]
    public async Task A_backup_runs_while_an_upload_is_open(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var host = await TestHost.Start(engine);
        var (name, stream) = new FileStore(Path.Combine(host.Database.Directory, "evidence"), new IdSource(TimeProvider.System)).Create();
        await using (stream)
        {
            await stream.WriteAsync(new byte[1_000]);

            var backup = await calls.Backup(host.Database, "daily/");

            Assert.Equal((0, ""), (backup.Code, backup.Code == 0 ? "" : backup.Output));
            Assert.True(File.Exists(Path.Combine(calls.At("daily"), "evidence", "incoming", name)));
        }
    }

    [DatabaseTheory]
    public async Task A_backup_that_fails_deletes_its_files(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var used = await TestDatabase.Create(engine);
        await using (var connection = await Sql.Open(used))
        {
            await Sql.Run(connection, "ALTER TABLE ledger_journal RENAME TO ledger_journal_gone");
        }

        var (code, output) = await calls.Backup(used, "daily");

        AssertSentence(code, output, " has no ledger of this version (");
        Assert.Equal(["passphrase"], Names(calls.Directory));
    }

    [DatabaseTheory]
    public async Task A_backup_deletes_that_of_a_killed_process_but_none_that_is_being_written(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var host = await TestHost.Start(engine);
        Directory.CreateDirectory(calls.At("of-another-program.incomplete"));
        Directory.CreateDirectory(calls.At("killed.incomplete"));
        await File.WriteAllTextAsync(Path.Combine(calls.At("killed.incomplete"), IncompleteBackup.LockFile), "");
        using (IncompleteBackup.Begin(calls.At("running")))
        {
            var backup = await calls.Backup(host.Database, "daily");

            Assert.Equal(0, backup.Code);
            Assert.Equal(["daily", "of-another-program.incomplete", "passphrase", "running.incomplete"], Names(calls.Directory));
        }
    }

    [DatabaseTheory]
    public async Task A_backup_that_is_not_whole_is_not_restored(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var restored = await TestDatabase.CreateEmpty(engine);
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        await host.RunJobs();
        Assert.Equal(0, (await calls.Backup(host.Database, "good")).Code);
        await File.WriteAllTextAsync(calls.At("wrong"), "another passphrase");
        var database = engine == Engine.Sqlite ? "cryptocardium.db" : "cryptocardium.dump";
        (Action<string> Damage, string[] Words, string Sentence)[] table =
        [
            (copy => File.Delete(Path.Combine(copy, "manifest.json")), [], "has no manifest.json: it is no backup, or one that was interrupted."),
            (copy => File.Delete(Path.Combine(copy, database)), [], $"{database} is missing: the backup is damaged."),
            (copy => Flip(Path.Combine(copy, database)), [], $"{database} is not the file that was written"),
            (copy => Flip(Path.Combine(copy, "keys.sealed")), [], "keys.sealed is not the file that was written"),
            (copy => File.AppendAllText(Directory.GetFiles(Path.Combine(copy, "heads"))[0], "{}\n"), [], ".jsonl is not the file that was written"),
            (copy => Rewrite(copy, "\"files\"", "\"fils\""), [], "manifest.json is damaged."),
            (copy => Rewrite(copy, "\"path\": \"keys.sealed\"", "\"path\": \"../keys.sealed\""), [], "manifest.json is damaged."),
            (copy => Rewrite(copy, "\"path\": \"keys.sealed\"", "\"path\": \"/keys.sealed\""), [], "manifest.json is damaged."),
            (copy => Rewrite(copy, "\"format\": 1", "\"format\": 2"), [], "a newer version of the program wrote it."),
            (static _ => { }, ["--passphrase-file", calls.At("wrong")], "The passphrase does not open"),
            (copy => Rewrite(copy, $"\"{engine}\"", "\"Another\""), [], "The backup is of Another; set Database:Provider=Another."),
        ];
        foreach (var (damage, words, sentence) in table)
        {
            var copy = calls.At("copy");
            Copy(calls.At("good"), copy);
            damage(copy);
            var (code, output) = await calls.Restore(restored, "copy", words);
            AssertSentence(code, output.Replace("checking", "", StringComparison.Ordinal), sentence);
            Directory.Delete(copy, recursive: true);
        }

        Assert.Empty(Names(restored.Directory));
    }

    [DatabaseTheory]
    public async Task A_backup_is_restored_into_empty_places_only(Engine engine)
    {
        using var calls = new BackupCalls();
        await using var host = await TestHost.Start(engine);
        await using var used = await TestDatabase.CreateEmpty(engine);
        Assert.Equal(0, (await calls.Backup(host.Database, "good")).Code);
        Assert.Equal(0, (await calls.Restore(used, "good")).Code);

        var again = await calls.Restore(used, "good");
        AssertSentence(again.Code, again.Output, "is not empty; restore into a new Data:Directory.");
        if (engine == Engine.Postgres)
        {
            Directory.Delete(used.Directory, recursive: true);
            var database = await calls.Restore(used, "good");
            Assert.Equal(Refused, database.Code);
            Assert.Contains("has tables; restore into an empty one.", database.Output, StringComparison.Ordinal);
            Assert.False(Directory.Exists(used.Directory));
            Directory.CreateDirectory(used.Directory);
        }
    }

    [DatabaseTheory]
    public async Task A_database_that_does_not_answer_is_named_and_nothing_is_written(Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            return;
        }

        using var calls = new BackupCalls();
        await using var host = await TestHost.Start(engine);
        await using var other = await TestDatabase.CreateEmpty(engine);
        Assert.Equal(0, (await calls.Backup(host.Database, "good")).Code);
        string[] words = ["--passphrase-file", calls.PassphraseFile];
        string[] nowhere = [.. words, "--Database:ConnectionString=Host=127.0.0.1;Port=1;Database=nothing;Username=nobody"];

        var backup = await calls.Run("backup", host.Database, "daily", nowhere);
        var restore = await calls.Run("restore", other, "good", nowhere);

        AssertSentence(backup.Code, backup.Output, "The PostgreSQL database nothing at 127.0.0.1:1 cannot be reached (");
        AssertSentence(restore.Code, restore.Output, "The PostgreSQL database nothing at 127.0.0.1:1 cannot be reached (");
        Assert.Equal(["good", "passphrase"], Names(calls.Directory));
        Assert.Empty(Names(other.Directory));
    }

    private static void AssertSentence(int code, string output, string sentence)
    {
        Assert.Equal((sentence, Refused), (sentence, code));
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static string[] Names(string directory) =>
        [.. Directory.EnumerateFileSystemEntries(directory).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static void Flip(string path)
    {
        var content = File.ReadAllBytes(path);
        content[^1] ^= 1;
        File.WriteAllBytes(path, content);
    }

    private static void Rewrite(string copy, string from, string to)
    {
        var path = Path.Combine(copy, "manifest.json");
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(text));
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
