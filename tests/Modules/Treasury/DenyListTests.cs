using System.Text.RegularExpressions;
using Cryptocardium.Treasury.Addresses;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests.Treasury;

public sealed class DenyListTests : IDisposable
{
    private const string Hex = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
    private const string Tron = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    private const string Other = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cryptocardium-deny-");
    private readonly CapturedLogs logs = new();

    private string Path => System.IO.Path.Combine(directory.FullName, "deny.txt");

    [Fact]
    public void Without_a_list_everybody_is_allowed() => Assert.Equal(DenyVerdict.Allowed, Now(List(null)).Judge(Hex));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \r\n")]
    [InlineData("# nobody yet\n")]
    public void An_empty_list_denies_nobody(string text)
    {
        File.WriteAllText(Path, text);
        Assert.Equal(DenyVerdict.Allowed, Now(List(Path)).Judge(Hex));
    }

    // An address has the same key on every chain, so addresses are compared by their bytes.
    [Fact]
    public void A_line_denies_the_address_in_every_notation()
    {
        File.WriteAllText(Path, $"# reported\r\n{Hex.ToLowerInvariant()}   # by the exchange\r\n\t{Tron}\n");
        var list = List(Path);
        _ = AddressText.Read(Hex, out _, out var raw);

        Assert.Equal(DenyVerdict.Denied, Now(list).Judge(Hex));
        Assert.Equal(DenyVerdict.Denied, Now(list).Judge(raw.Text(AddressFormat.Tron)));
        Assert.Equal(DenyVerdict.Denied, Now(list).Judge(Tron));
        Assert.Equal(DenyVerdict.Allowed, Now(list).Judge(Other));
    }

    [Theory]
    [InlineData("0xdAC17F958D2ee523a2206206994597C13D831ec")]
    [InlineData("0xDAC17F958D2ee523a2206206994597C13D831ec7")]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T")]
    [InlineData("satoshi")]
    public void A_line_that_is_no_address_leaves_everybody_undecided(string line)
    {
        File.WriteAllText(Path, $"{Tron}\n{line}\n");
        var list = List(Path);
        Assert.Equal([DenyVerdict.Unknown, DenyVerdict.Unknown], [Now(list).Judge(Tron), Now(list).Judge(Other)]);
        Assert.Contains("Line 2 is not an address.", logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_the_file_counts_at_once()
    {
        var list = List(Path);
        Assert.Equal(DenyVerdict.Unknown, Now(list).Judge(Hex));
        File.WriteAllText(Path, "");
        Assert.Equal(DenyVerdict.Allowed, Now(list).Judge(Hex));
        File.WriteAllText(Path, Hex);
        Assert.Equal(DenyVerdict.Denied, Now(list).Judge(Hex));
        File.WriteAllText(Path, Hex[..^1]);
        Assert.Equal(DenyVerdict.Unknown, Now(list).Judge(Hex));
        File.WriteAllText(Path, Other);
        Assert.Equal([DenyVerdict.Allowed, DenyVerdict.Denied], [Now(list).Judge(Hex), Now(list).Judge(Other)]);
        File.Delete(Path);
        Assert.Equal(DenyVerdict.Unknown, Now(list).Judge(Hex));
    }

    [Fact]
    public void A_folder_is_no_list() => Assert.Equal(DenyVerdict.Unknown, Now(List(directory.FullName)).Judge(Hex));

    // Judging must not read the file, because a unit of work must not wait for it.
    [Fact]
    public void Judging_reads_nothing()
    {
        var list = List(Path);
        File.WriteAllText(Path, Hex);
        Assert.Equal(DenyVerdict.Unknown, list.Judge(Hex));
        list.Refresh();
        File.WriteAllText(Path, "");
        Assert.Equal(DenyVerdict.Denied, list.Judge(Hex));
        list.Refresh();
        Assert.Equal(DenyVerdict.Allowed, list.Judge(Hex));
    }

    [Fact]
    public void A_list_that_is_wrong_is_read_once_until_it_is_changed()
    {
        File.WriteAllText(Path, "satoshi");
        var list = List(Path);
        list.Refresh();
        var written = File.GetLastWriteTimeUtc(Path);

        // Length and time stamp are the same as before, so the file is not read again.
        File.WriteAllText(Path, "#######");
        File.SetLastWriteTimeUtc(Path, written);
        Assert.Equal(DenyVerdict.Unknown, Now(list).Judge(Hex));
        Assert.Single(Regex.Matches(logs.Text, "cannot be read"));

        File.SetLastWriteTimeUtc(Path, written.AddSeconds(1));
        Assert.Equal(DenyVerdict.Allowed, Now(list).Judge(Hex));
    }

    [Fact]
    public void A_sender_that_nobody_knows_is_treated_as_denied_where_there_is_a_list()
    {
        Assert.Equal(DenyVerdict.Allowed, List(null).JudgeSender(""));
        var list = List(Path);
        Assert.Equal(DenyVerdict.Unknown, Now(list).JudgeSender(""));
        File.WriteAllText(Path, Other);
        Assert.Equal([DenyVerdict.Denied, DenyVerdict.Allowed], [Now(list).JudgeSender(""), list.JudgeSender(Hex)]);
    }

    public void Dispose()
    {
        logs.Dispose();
        directory.Delete(recursive: true);
    }

    private static DenyList Now(DenyList list)
    {
        list.Refresh();
        return list;
    }

    private DenyList List(string? path)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [DenyList.Key] = path })
            .Build();
        return new DenyList(configuration, LoggerFactory.Create(logging => logging.AddProvider(logs)).CreateLogger<DenyList>());
    }
}
