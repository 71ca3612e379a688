using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;

namespace Cryptocardium.Modules.Tests.Accounts;

public sealed class CredentialsTests
{
    [Theory]
    [InlineData("one_abc", "one_")]
    [InlineData("two_abc", "two_")]
    [InlineData("ONE_abc", null)]
    [InlineData("three", null)]
    [InlineData("", null)]
    public async Task The_prefix_chooses_the_checker(string bearer, string? prefix)
    {
        var check = await new Credentials([new Named("one_"), new Named("two_")]).Check(bearer, CancellationToken.None);

        Assert.Equal(prefix, check.Caller?.CredentialId);
    }

    [Theory]
    [InlineData("one_", "one_")]
    [InlineData("one_", "one_two_")]
    public void No_bearer_is_for_two_checkers(string one, string other) =>
        Assert.Throws<InvalidOperationException>(() => new Credentials([new Named(one), new Named(other)]));

    private sealed class Named(string prefix) : ICredentialChecker
    {
        public string Prefix => prefix;

        public ValueTask<CredentialCheck> Check(string bearer, CancellationToken cancellationToken) =>
            new(new CredentialCheck(Caller.Anonymous with { CredentialId = prefix }, null));
    }
}
