using System.Text.RegularExpressions;

namespace Cryptocardium.Tests.Ledger;

// SQLite stores a value of any type in any column. Verification names such a row instead of failing, and does not convert the
// value.
public sealed class UnreadableTests
{
    private const string Journal = "WHERE no = (SELECT no FROM ledger_journal WHERE mode = 'sandbox' ORDER BY no DESC LIMIT 1)";
    private const string Entry = "WHERE no = (SELECT MAX(e.no) FROM ledger_entry e JOIN ledger_journal j ON j.no = e.no / 64 WHERE j.mode = 'sandbox')";
    private const string Account = "WHERE no = (SELECT MAX(no) FROM ledger_account WHERE mode = 'sandbox' AND account_seq > 0)";
    private const string Debit = "WHERE no = (SELECT MAX(no) FROM ledger_account WHERE is_debit AND account_seq > 0)";
    private const string Visible = "WHERE no = (SELECT MAX(no) FROM ledger_account WHERE is_visible AND account_seq > 0)";
    private const string Hold = "WHERE id = (SELECT id FROM ledger_hold WHERE open > 0 LIMIT 1)";

    private static readonly (string Edit, string Named)[] Edits =
    [
        ($"UPDATE ledger_journal SET mode = 'Sandbox' {Journal}", "its mode cannot be read"),
        ($"UPDATE ledger_journal SET posted_at = 9000000000000000000 {Journal}", "its posted_at cannot be read"),
        ($"UPDATE ledger_journal SET posted_at = -1 {Journal}", "its posted_at cannot be read"),
        ($"UPDATE ledger_journal SET effective_at = 'soon' {Journal}", "its effective_at cannot be read"),
        ($"UPDATE ledger_journal SET hash = 'text' {Journal}", "its hash cannot be read"),
        ("UPDATE ledger_journal SET hash = 'text' WHERE no = (SELECT MAX(no) FROM ledger_journal)", "its hash cannot be read"),
        ($"UPDATE ledger_journal SET prev_hash = 5 {Journal}", "its prev_hash cannot be read"),
        ($"UPDATE ledger_journal SET type = CAST(type AS BLOB) {Journal}", "its type cannot be read"),
        ($"UPDATE ledger_journal SET operation_key = CAST(operation_key AS BLOB) {Journal}", "its operation_key cannot be read"),
        ($"UPDATE ledger_entry SET amount = amount + 0.5 {Entry}", "the amount of an entry cannot be read"),
        ($"UPDATE ledger_entry SET balance_after = balance_after || ' ' || 'USD' {Entry}", "the balance_after of an entry cannot be read"),
        ($"UPDATE ledger_entry SET posted_at = posted_at || '!' {Entry}", "the posted_at of an entry cannot be read"),
        ($"UPDATE ledger_entry SET account_no = account_no || '!' {Entry}", "the account_no of an entry cannot be read"),
        ($"UPDATE ledger_account SET mode = 'box' {Account}", "the mode of its account .* cannot be read"),
        ($"UPDATE ledger_account SET is_debit = 2 {Debit}", "the is_debit of its account .* cannot be read"),
        ($"UPDATE ledger_account SET is_visible = 2 {Visible}", "the is_visible of its account .* cannot be read"),
        ($"UPDATE ledger_account SET code = CAST(code AS BLOB) {Account}", "the code of its account .* cannot be read"),
        ($"UPDATE ledger_account SET balance = balance + 0.25 {Account}", "the balance of its account .* cannot be read"),
        ($"UPDATE ledger_account SET moved_at = 'now' {Account}", "the moved_at of its account .* cannot be read"),
        ($"UPDATE ledger_hold SET open = open || 'x' {Hold}", "the open of the hold auth_.* cannot be read"),
        ($"UPDATE ledger_hold SET expires_at = 9000000000000000000 {Hold}", "the expires_at of the hold auth_.* cannot be read"),
    ];

    [Fact]
    public async Task A_value_of_the_wrong_type_is_named_with_its_journal()
    {
        await using var original = await Books.Make();
        foreach (var (edit, named) in Edits)
        {
            using var copy = original.Copy();
            Assert.Equal(1, await Sql.Run(copy.Connection, edit));
            copy.Connection.Close();

            var (code, said) = await copy.Verify();

            Assert.True(code == 1 && Regex.IsMatch(said, $"First fault: .*lane 0, sequence [0-9]+(, [a-z_]+)?: {named}"), $"{edit}\n{code}: {said}");
        }
    }

    [Fact]
    public async Task A_note_of_the_verifier_that_cannot_be_read_is_a_fault()
    {
        await using var original = await Books.Make();
        using var copy = original.Copy();
        Assert.Equal(1, await Sql.Run(copy.Connection, "UPDATE ledger_verified SET hash = 'text'"));
        copy.Connection.Close();

        var (code, said) = await copy.Verify();

        Assert.True(code == 1 && said.Contains("the verifier's note", StringComparison.Ordinal), said);
    }
}
