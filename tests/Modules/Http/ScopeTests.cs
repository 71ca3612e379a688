using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Http;

// A session has all scopes, so a fake credential with fewer scopes is used.
public sealed class ScopeTests
{
    [Fact]
    public async Task A_credential_does_what_its_scopes_say_and_nothing_else()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, services => services.AddSingleton<ICredentials, Reader>());
        using var api = new ApiClient(host.Server, "anything");

        await TestAccount.Ok(api.Get("/v1/cards"));
        var issue = await api.Post("/v1/cards", new { type = "virtual", bin = "489517" });
        var signOut = await api.Delete("/v1/sessions/current");

        Assert.Equal("insufficient_scope", issue.Code);
        Assert.Equal("session_required", signOut.Code);
    }

    private sealed class Reader : ICredentials
    {
        private static readonly Caller Caller = new(
            CredentialClass.ApiKey, AccountId.From("acc_000000000000000000000000"), "key_000000000000000000000000", new HashSet<string> { "read" });

        public ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken) => new(new CredentialCheck(Caller, null));
    }
}
