using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements of the vault and its keys.
internal static class VaultSql
{
    private const string ReadState = "SELECT current_version, oldest_version FROM cards_vault_state WHERE id = 1";

    private static readonly Statement State = new(ReadState);
    private static readonly Statement StateForShare = new(ReadState + " FOR SHARE");
    private static readonly Statement StateForUpdate = new(ReadState + " FOR UPDATE");

    private static readonly Statement SetState = new(
        "UPDATE cards_vault_state SET current_version = @current_version, oldest_version = @oldest_version WHERE id = 1",
        "current_version", "oldest_version");

    private static readonly Statement ByLookup = new("SELECT 1 FROM cards_vault WHERE pan_lookup = @pan_lookup", "pan_lookup");

    private static readonly Statement Older = new(
        """
        SELECT card_id, key_version, sealed_pan FROM cards_vault
        WHERE card_id > @after AND key_version < @version ORDER BY card_id LIMIT @batch
        """,
        "after", "version", "batch");

    private static readonly Statement CountOlder = new("SELECT COUNT(*) AS count FROM cards_vault WHERE key_version < @version", "version");

    private static readonly Statement Rewrap = new(
        """
        UPDATE cards_vault SET key_version = @version, pan_lookup = @pan_lookup, sealed_pan = @sealed_pan
        WHERE card_id = @card_id AND key_version = @old_version
        """,
        "version", "pan_lookup", "sealed_pan", "card_id", "old_version");

    /// <summary>The generations in use. Rotations wait until the commit, so a number sealed now is sealed with the current key.</summary>
    public static async ValueTask<VaultState> VaultStateToSeal(this UnitOfWork unit) =>
        await unit.ReadVaultState(unit.Engine == Engine.Postgres ? StateForShare : State);

    /// <summary>The generations in use, to change them; waits for all transactions that seal numbers.</summary>
    public static async ValueTask<VaultState> VaultStateToChange(this UnitOfWork unit) =>
        await unit.ReadVaultState(unit.Engine == Engine.Postgres ? StateForUpdate : State);

    public static async ValueTask ChangeVaultState(this UnitOfWork unit, int current, int oldest) =>
        await unit.Execute(SetState, current, oldest);

    /// <summary>Whether the vault has a number with this hash. The caller checks the hash of each generation in use, newest last.</summary>
    public static async ValueTask<bool> IsInVault(this UnitOfWork unit, byte[] lookup) =>
        (await unit.Query(ByLookup, static _ => true, lookup)).Count > 0;

    /// <summary>Numbers sealed with older generations, ordered by card.</summary>
    public static ValueTask<List<VaultRow>> OlderThan(this UnitOfWork unit, int version, string after, int batch) => unit.Query(
        Older,
        static row => new VaultRow
        {
            CardId = row.GetString("card_id"),
            KeyVersion = row.GetInt32("key_version"),
            PanLookup = [],
            SealedPan = row.GetBytes("sealed_pan"),
        },
        after, version, batch);

    public static ValueTask<long> CountOlderThan(this UnitOfWork unit, int version) =>
        unit.One(CountOlder, static row => row.GetInt64("count"), version);

    /// <returns>Whether the row was unchanged since it was read.</returns>
    public static async ValueTask<bool> Replace(this UnitOfWork unit, VaultRow row, int oldVersion) =>
        await unit.Execute(Rewrap, row.KeyVersion, row.PanLookup, row.SealedPan, row.CardId, oldVersion) == 1;

    private static async ValueTask<VaultState> ReadVaultState(this UnitOfWork unit, Statement statement) =>
        await unit.One(statement, static row => new VaultState
        {
            CurrentVersion = row.GetInt32("current_version"),
            OldestVersion = row.GetInt32("oldest_version"),
        })
        ?? throw new InvalidOperationException("The vault has no state.");
}
