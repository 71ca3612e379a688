using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Accounts;

public sealed class SessionTokenTests
{
    private static readonly IdSource Ids = new(TimeProvider.System);

    [Fact]
    public void A_new_token_is_well_formed_and_like_no_other()
    {
        var tokens = Enumerable.Range(0, 1_000).Select(_ => SessionToken.New(Ids).Reveal()).ToArray();

        Assert.All(tokens, token => Assert.Matches("^sess_[0-9A-Za-z]{49}$", token));
        Assert.All(tokens, token => Assert.True(SessionToken.IsWellFormed(token)));
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void A_change_of_any_digit_breaks_the_checksum()
    {
        var token = SessionToken.New(Ids).Reveal();
        for (var i = 0; i < token.Length; i++)
        {
            var other = token[i] == 'A' ? 'B' : 'A';
            Assert.False(SessionToken.IsWellFormed(token[..i] + other + token[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("sess_")]
    [InlineData("sess_5Jt0Qm2Rk8VxYc4Ld7Wn1Zs6Hb9Pf3Ga")]
    public void Another_text_is_not_a_well_formed_token(string text) => Assert.False(SessionToken.IsWellFormed(text));

    [Fact]
    public void A_token_prints_as_a_mask() => Assert.Equal("***", SessionToken.New(Ids).ToString());
}
