using System.Net;
using Cryptocardium.Cards.Contract;
using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Cards;

public sealed class VaultRotationTests
{
    // More than one batch, so that a rotation takes several steps.
    private const int Cards = 130;

    [DatabaseTheory]
    public async Task Every_number_is_sealed_anew_and_reads_as_before(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cards = await Issue(account, Cards);
        var before = await Reveal(account, cards);
        var sealedBefore = await Sealed(host.Database);

        var (code, said) = await Rotate(host.Database);

        Assert.True(code == 0, said);
        Assert.Contains($"{Cards} numbers are to be re-wrapped", said, StringComparison.Ordinal);
        Assert.Contains($"{Cards} re-wrapped, 100 %", said, StringComparison.Ordinal);
        var sealedAfter = await Sealed(host.Database);
        Assert.All(sealedAfter, row => Assert.Equal(1, row.Version));
        Assert.Empty(sealedAfter.Select(row => row.Pan).Intersect(sealedBefore.Select(row => row.Pan)));
        Assert.Empty(sealedAfter.Select(row => row.Lookup).Intersect(sealedBefore.Select(row => row.Lookup)));
        Assert.Equal(before, await Reveal(account, cards));

        // A second rotation uses another key.
        Assert.Equal(0, (await Rotate(host.Database)).Code);
        Assert.All(await Sealed(host.Database), row => Assert.Equal(2, row.Version));
        Assert.Equal(before, await Reveal(account, cards));
        Assert.Equal(["master.key", "vault-1.key", "vault-2.key"], Keys(host.Database));
    }

    [DatabaseTheory]
    public async Task Cards_are_issued_and_revealed_while_it_runs(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cards = await Issue(account, Cards);
        var before = await Reveal(account, cards);
        using var ended = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, 4).Select(async worker =>
        {
            var issued = new List<string>();
            for (var i = worker; !ended.IsCancellationRequested; i += 4)
            {
                issued.Add(await account.IssueCard());
                await TestAccount.Ok(account.Api.Get($"/v1/cards/{cards[i % Cards]}/pan"));
            }

            return issued;
        }));

        var (code, said) = await Rotate(host.Database);
        await ended.CancelAsync();
        var issued = (await work).SelectMany(each => each).ToList();

        Assert.True(code == 0, said);
        Assert.NotEmpty(issued);
        Assert.All(await Sealed(host.Database), row => Assert.Equal(1, row.Version));
        Assert.Equal(before, await Reveal(account, cards));
        await Reveal(account, issued);
    }

    [DatabaseTheory]
    public async Task An_interrupted_rotation_leaves_every_number_readable_and_goes_on(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cards = await Issue(account, Cards);
        var before = await Reveal(account, cards);
        await using (var scope = host.JobScope())
        {
            var rotation = scope.ServiceProvider.GetRequiredService<IVaultRotation>();
            Assert.False((await rotation.Begin(CancellationToken.None)).IsResumed);
        }

        await using (var scope = host.JobScope())
        {
            await scope.ServiceProvider.GetRequiredService<IVaultRotation>().Step("", CancellationToken.None);
        }

        Assert.Equal([0, 1], (await Sealed(host.Database)).Select(row => row.Version).Distinct().Order());
        Assert.Equal(before, await Reveal(account, cards));
        var issued = await Issue(account, 1);

        var (code, said) = await Rotate(host.Database);

        Assert.True(code == 0, said);
        Assert.Contains("Going on with the rotation to key 1: 30 numbers are left.", said, StringComparison.Ordinal);
        Assert.All(await Sealed(host.Database), row => Assert.Equal(1, row.Version));
        Assert.Equal(before, await Reveal(account, cards));
        await Reveal(account, issued);
    }

    [DatabaseTheory]
    public async Task A_key_whose_rotation_was_never_committed_is_taken_by_the_next(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cards = await Issue(account, 3);
        var before = await Reveal(account, cards);
        var file = Path.Combine(host.Database.Directory, "keys", "vault-1.key");
        var key = new string('a', 64);
        await File.WriteAllTextAsync(file, key);

        Assert.Equal(0, (await Rotate(host.Database)).Code);

        Assert.Equal(key, await File.ReadAllTextAsync(file));
        Assert.Equal(before, await Reveal(account, cards));
    }

    [DatabaseTheory]
    public async Task A_node_without_the_key_shows_no_number_and_breaks_nothing_else(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cards = await Issue(account, 3);
        Assert.Equal(0, (await Rotate(host.Database)).Code);
        var file = Path.Combine(host.Database.Directory, "keys", "vault-1.key");
        File.Move(file, file + ".away");

        Assert.Equal(HttpStatusCode.InternalServerError, (await account.Api.Get($"/v1/cards/{cards[0]}/pan")).Status);
        await TestAccount.Ok(account.Api.Get($"/v1/cards/{cards[0]}"));
        Assert.Contains("VaultKeyMissingException", host.Logs.Text, StringComparison.Ordinal);

        File.Move(file + ".away", file);
        await Reveal(account, cards);
    }

    [Fact]
    public async Task A_directory_of_no_server_is_refused_and_left_as_it_is()
    {
        var directory = Directory.CreateTempSubdirectory("cryptocardium-test-").FullName;
        var output = new StringWriter();

        Assert.Equal(2, await CommandLine.Run(["rotate-vault-key", $"--Data:Directory={directory}"], output, output));

        Assert.Contains("does not exist; set Data:Directory", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory));
        Directory.Delete(directory);
    }

    private static async Task<(int Code, string Said)> Rotate(TestDatabase database)
    {
        var output = new StringWriter();
        var code = await RotateVaultKey.Run(database.Arguments, output);
        return (code, output.ToString());
    }

    private static async Task<List<string>> Issue(TestAccount account, int count) =>
        [.. await Task.WhenAll(Enumerable.Range(0, count).Select(_ => account.IssueCard()))];

    private static async Task<List<string>> Reveal(TestAccount account, IEnumerable<string> cards)
    {
        var answers = await Task.WhenAll(cards.Select(card => TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan"))));
        return [.. answers.Select(answer => $"{answer["pan"]} {answer["cvv"]}")];
    }

    private static Task<List<(int Version, string Pan, string Lookup)>> Sealed(TestDatabase database) => DatabaseRows.Of(
        database,
        "SELECT key_version, sealed_pan, pan_lookup FROM cards_vault ORDER BY card_id",
        row => (row.GetInt32(0), Convert.ToHexString((byte[])row[1]), Convert.ToHexString((byte[])row[2])));

    private static IEnumerable<string?> Keys(TestDatabase database) =>
        Directory.EnumerateFiles(Path.Combine(database.Directory, "keys")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
