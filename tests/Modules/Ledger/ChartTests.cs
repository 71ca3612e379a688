using System.Reflection;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Tests.Ledger;

public sealed class ChartTests
{
    private const string Memo = "U.pend";

    private static readonly AccountClass[] Declared =
    [
        .. typeof(Chart).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(AccountClass))
            .Select(field => (AccountClass)field.GetValue(null)!),
    ];

    [Fact]
    public void The_chart_lists_every_line_once() =>
        Assert.Equal(Declared.Select(line => line.Code).Order(StringComparer.Ordinal), Chart.Classes.Select(line => line.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Customers_have_a_name_for_every_line_that_holds_their_money() => Assert.Equal(
        Chart.Classes.Where(line => line.IsVisible && line.Code != Memo).Select(line => line.Code).Order(StringComparer.Ordinal),
        Chart.Classes.Where(line => VisibleAccounts.NameOf(line.Code) is not null).Select(line => line.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "acc_1", false, true, 0, true)]
    [InlineData("sandbox:C.hold:card_1", "C.hold", "sandbox", 4, "acc_1", false, true, 0, true)]
    [InlineData("live:A.recv:acc_1", "A.recv", "live", 3, "acc_1", true, true, 0, true)]
    [InlineData("live:M.expected:acc_1", "M.expected", "live", 3, "acc_1", true, false, 0, true)]
    [InlineData("live:R.rail/7", "R.rail", "live", 3, "", false, false, 0, true)]
    [InlineData("live:A.chain:tron", "A.chain", "live", 3, "", true, false, 0, true)]
    [InlineData("live:E.equity", "E.equity", "live", 3, "", false, false, -1, true)]
    [InlineData("live:U.avail:acc_1", "C.avail", "live", 3, "acc_1", false, true, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "sandbox", 4, "acc_1", false, true, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 4, "acc_1", false, true, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "acc_2", false, true, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "", false, true, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "acc_1", true, true, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "acc_1", false, false, 0, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "acc_1", false, true, -1, false)]
    [InlineData("live:U.avail:acc_1", "U.avail", "live", 3, "acc_1", false, true, 5, false)]
    [InlineData("live:E.equity", "E.equity", "live", 3, "", false, false, 0, false)]
    [InlineData("live:A.chain:tron", "A.chain", "live", 3, "acc_1", true, false, 0, false)]
    [InlineData("live:Z.nothing", "Z.nothing", "live", 3, "", false, false, 0, false)]
    [InlineData("live", "U.avail", "live", 3, "", false, true, 0, false)]
    public void A_code_decides_everything_about_its_account(
        string code, string line, string mode, long number, string owner, bool isDebit, bool isVisible, long floor, bool isRight)
    {
        var account = new UnverifiedAccount(number, code, line, ModeText.Parse(mode), owner, isDebit, isVisible, floor < 0 ? null : floor);
        Assert.Equal(isRight, ChartCheck.FaultOf(account) is null);
    }
}
