using System.Net;
using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// PANs, tokens and passwords are in the one response that returns them and nowhere else.
public sealed class SecretsTests
{
    [DatabaseTheory]
    public async Task After_issuing_revealing_and_spending_no_secret_is_stored_or_logged(Engine engine)
    {
        await using var host = await TestHost.Start(engine, CapturedLogs.Everything);
        using var account = await host.SignUpWith(500);
        var session = await TestAccount.Created(host.Anonymous.Post(
            "/v1/sessions", new { email = account.Email, password = TestAccount.Password }, "sign-in-once"));
        var token = session["token"];
        var card = await account.IssueCard(load: 300);
        var reveal = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan"));
        await account.Capture((await account.Authorize(card, 42.95m, "spend-once"))["authorization_id"]);
        await host.Anonymous.Post("/v1/sessions", new { email = account.Email, password = "wrong-" + TestAccount.Password });

        string[] secrets = [reveal["pan"], reveal["pan_compact"], token, account.Api.Bearer!, TestAccount.Password];
        Assert.All(secrets, secret => Assert.True(secret.Length > 12));
        var places = new Dictionary<string, string>
        {
            ["the database's rows"] = await DatabaseText(host.Database),
            ["the files"] = await FileText(host.Database.Directory),
            ["the logs"] = host.Logs.Text,
        };
        foreach (var (place, text) in places)
        {
            Assert.NotEmpty(text);
            Assert.All(secrets, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"A secret is in {place}."));
        }
    }

    [DatabaseTheory]
    public async Task A_PAN_is_whole_valid_and_audited_once_for_each_reveal(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await TestAccount.Created(account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517" }));

        var first = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card["id"]}/pan"));
        var second = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card["id"]}/pan"));

        Assert.Matches(@"^4895 17\d\d \d{4} \d{4}$", first["pan"]);
        Assert.Equal(first["pan"].Replace(" ", "", StringComparison.Ordinal), first["pan_compact"]);
        Assert.EndsWith(card["last4"], first["pan"], StringComparison.Ordinal);
        Assert.True(PassesLuhn(first["pan_compact"]));
        Assert.Matches(@"^\d{3}$", first["cvv"]);
        Assert.Equal((first["pan"], first["cvv"]), (second["pan"], second["cvv"]));
        Assert.NotEqual(first["audit_id"], second["audit_id"]);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card["id"]}/cancel"));
        Assert.Equal(HttpStatusCode.Conflict, (await account.Api.Get($"/v1/cards/{card["id"]}/pan")).Status);
    }

    private static bool PassesLuhn(string digits) => digits.Reverse().Select((digit, index) =>
    {
        var value = (digit - '0') * (index % 2 == 0 ? 1 : 2);
        return value > 9 ? value - 9 : value;
    }).Sum() % 10 == 0;

    // Rows as text, with blobs read as text too, because a secret may be in a blob.
    private static async Task<string> DatabaseText(TestDatabase database)
    {
        var image = await DatabaseImage.Of(database);
        var blobs = image.Split('|', '\n').Where(value => value.Length > 20 && value.Length % 2 == 0 && value.All(char.IsAsciiHexDigitUpper));
        return image + string.Concat(blobs.Select(blob => Encoding.Latin1.GetString(Convert.FromHexString(blob))));
    }

    private static async Task<string> FileText(string directory)
    {
        var text = new StringBuilder("files:");
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
