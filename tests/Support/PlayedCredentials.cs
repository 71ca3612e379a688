using System.Collections.Concurrent;
using System.Globalization;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests;

/// <summary>A kind of credential that only tests have: each bearer stands for a caller that a test made up, with a pin or a boundary.</summary>
public sealed class PlayedCredentials : ICredentialChecker
{
    private readonly ConcurrentDictionary<string, CredentialCheck> checks = new();

    /// <inheritdoc/>
    public string Prefix => "play_";

    /// <summary>A caller of an account with every scope.</summary>
    public static Caller Of(TestAccount account) => new(
        CredentialClass.ApiKey, AccountId.From(account.Id), "key_000000000000000000000000", new HashSet<string> { Caller.AllScopes });

    /// <summary>The API under a new credential of a caller.</summary>
    public ApiClient Api(TestAccount account, Caller caller)
    {
        var bearer = Prefix + checks.Count.ToString(CultureInfo.InvariantCulture);
        checks[bearer] = new CredentialCheck(caller, null);
        return new ApiClient(account.Host.Server, bearer);
    }

    /// <inheritdoc/>
    public ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken) =>
        new(checks.GetValueOrDefault(bearer, CredentialCheck.Invalid));
}
