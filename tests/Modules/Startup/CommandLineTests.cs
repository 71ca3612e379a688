using System.Text.RegularExpressions;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Host.Startup;
using Cryptocardium.Treasury.Chains;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Tests.Startup;

public sealed partial class CommandLineTests
{
    private static readonly string[] Verbs = ["operator", "verify", "rotate-vault-key"];

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("--help --Data:Directory=x")]
    [InlineData("--Data:Directory x --help")]
    public async Task Help_lists_the_commands_and_settings_and_starts_nothing(string words)
    {
        var (code, output, error) = await CommandRun.Of(words.Split(' '));

        Assert.Equal((0, ""), (code, error));
        Assert.All(Verbs, verb => Assert.Contains($"  {verb} ", output, StringComparison.Ordinal));
        Assert.All(SettingList.All, setting => Assert.Contains($"  --{setting.Key}\n", output + "\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("help operator", "buy-gas --mode live|sandbox --chain tron --amount")]
    [InlineData("operator --help", "buy-gas --mode")]
    [InlineData("verify -h", "recompute the whole ledger")]
    [InlineData("help rotate-vault-key", "make a new key for the card numbers")]
    [InlineData("--version", "Cryptocardium ")]
    public async Task A_command_is_described_and_not_run(string words, string text)
    {
        var (code, output, error) = await CommandRun.Of(words.Split(' '));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(text, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verfy", "'verfy' is not a command; did you mean verify?")]
    [InlineData("help verfy", "did you mean verify?")]
    [InlineData("Data:Directory=x", "'Data:Directory=x' is not a command; 'help' lists the commands.")]
    [InlineData("verify everything", "'everything' cannot be understood here")]
    [InlineData("rotate-vault-key now", "'now' cannot be understood here")]
    [InlineData("operator print-money", "'print-money' is not a command of operators; 'operator' lists them.")]
    [InlineData("operator buy-gs", "did you mean buy-gas?")]
    [InlineData("operator write-off --mode live --amount=1", "--account is missing; the command is write-off --account acc_…")]
    public async Task A_command_that_cannot_be_understood_is_refused(string words, string cause) => await CommandRun.IsRefused(cause, words.Split(' '));

    // The README is the documentation of the list, and of nothing else.
    [Fact]
    public async Task The_README_describes_every_setting()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "README.md"));
        var table = readme[readme.IndexOf("## Configuration", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith('|'));
        var described = table.SelectMany(line => Keys().Matches(line.Split('|')[1]).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(
            SettingList.All.Select(setting => Item().Replace(setting.Key, "$1:<name>")).Distinct().Order(StringComparer.Ordinal),
            described.Where(key => !key.StartsWith("OTEL_", StringComparison.Ordinal) && !key.StartsWith("Logging:", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_chain_and_every_lifetime_of_holds_has_its_settings()
    {
        var chains = new ChainCatalog(new ConfigurationBuilder().Build()).All.Select(chain => chain.Key);
        string[] expected =
        [
            .. chains.SelectMany(chain => new[] { $"Treasury:Confirmations:{chain}", $"Treasury:NetworkFeeUsd:{chain}" }),
            .. typeof(HoldWindows).GetProperties().Select(window => $"Cards:HoldWindows:{window.Name}"),
        ];

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            SettingList.All.Select(setting => setting.Key).Where(key => Item().IsMatch(key)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("(?<=`)[A-Za-z_]+(:[A-Za-z<>]+)*(?=`)")]
    private static partial Regex Keys();

    [GeneratedRegex("^(Treasury:Confirmations|Treasury:NetworkFeeUsd|Cards:HoldWindows):[A-Za-z]+$")]
    private static partial Regex Item();
}
