using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetCurrentCredentialTests
{
    [DatabaseTheory]
    public async Task The_credential_tells_what_it_is_and_what_it_may(Engine engine)
    {
        await using var host = await TestHost.Start(engine, "--RateLimits:Scale=1");
        using var account = await host.SignUp();

        var credential = await TestAccount.Ok(account.Api.Get("/v1/credentials/current"));

        Assert.Equal(("session", account.Id, "sandbox"), (credential["type"], credential["account_id"], credential["mode"]));
        Assert.Equal("2026-05-19T19:30:00Z", credential["expires_at"]);
        Assert.Equal(
            "1:60 60:1000 86400:50000",
            string.Join(' ', credential.Json.GetProperty("rate_limits").EnumerateArray().Select(
                limit => $"{limit.GetProperty("window_seconds")}:{limit.GetProperty("limit")}")));
    }
}
