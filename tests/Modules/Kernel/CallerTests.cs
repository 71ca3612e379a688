using Cryptocardium.Kernel;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class CallerTests
{
    private static readonly AccountId Own = AccountId.From("acc_1");

    [Theory]
    [InlineData(CredentialClass.None, false, false, false)]
    [InlineData(CredentialClass.Job, false, false, false)]
    [InlineData(CredentialClass.Session, true, true, false)]
    [InlineData(CredentialClass.ApiKey, true, false, false)]
    [InlineData(CredentialClass.Grant, true, false, false)]
    [InlineData(CredentialClass.Panel, true, true, true)]
    public void The_class_decides_on_the_scopes_that_are_no_abilities(CredentialClass kind, bool any, bool session, bool panel)
    {
        var caller = new Caller(kind, Own, "credential", new HashSet<string> { Caller.AllScopes });

        Assert.Equal((any, session, panel), (caller.May("any"), caller.May("session"), caller.May("panel")));
        Assert.True(caller.May("public"));
        Assert.True(caller.May("read"));
    }

    [Theory]
    [InlineData(null, null, Mode.Live, "card_2", true)]
    [InlineData(Mode.Live, null, Mode.Live, "card_2", true)]
    [InlineData(Mode.Sandbox, null, Mode.Live, "card_2", false)]
    [InlineData(null, "card_1", Mode.Live, "card_2", false)]
    [InlineData(Mode.Sandbox, "card_1", Mode.Sandbox, "card_1", true)]
    [InlineData(Mode.Sandbox, "card_1", Mode.Live, "card_1", false)]
    public void A_filter_selects_by_account_book_and_card(Mode? pin, string? card, Mode mode, string of, bool isSelected)
    {
        var rows = new RowFilter(Own, pin, card is null ? null : new HashSet<string> { card });

        Assert.Equal(isSelected, rows.Allows(Own, mode, of));
        Assert.False(rows.Allows(AccountId.From("acc_2"), mode, of));
    }
}
