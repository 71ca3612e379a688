using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Writing;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The unit of work of a call, scoped. In a command it is a part of the writer's transaction: everything written through it commits with
/// the stored reply, or not at all. In a query it is a read connection, rented on first use.
/// </summary>
/// <param name="database">Provides read connections.</param>
/// <param name="clock">Provides the time of the unit.</param>
/// <param name="ids">Generates the ids of events.</param>
/// <param name="call">The call that the unit serves.</param>
public sealed partial class UnitOfWork(Database database, TimeProvider clock, IdSource ids, Call call) : IAsyncDisposable
{
    private DatabaseSession? session;
    private CryptocardiumDb? db;
    private bool rented;
    private bool broken;
    private bool hasEffect;

    /// <summary>The time of this unit; every row that it writes carries the same time.</summary>
    public DateTimeOffset Now { get; private set; } = clock.GetUtcNow();

    /// <summary>The engine, for the few statements that differ between engines.</summary>
    public Engine Engine => database.Engine;

    internal EventBuffer RaisedEvents => Attached.Events;

    private DatabaseSession Attached => session ?? throw new InvalidOperationException("Only the unit of work of a command can write.");

    /// <summary>
    /// The rows of an entity in the EF context: tracked in a command, read-only in a query. The first use in a command ends the batched path:
    /// pending statements are sent, cached rows are dropped, and later statements run at once.
    /// </summary>
    public async ValueTask<DbSet<T>> SetOutsideBatch<T>()
        where T : class => (await Context()).Set<T>();

    /// <summary>Runs a statement.</summary>
    /// <returns>The count of changed rows.</returns>
    public async ValueTask<int> Execute(Statement statement, params object?[] values)
    {
        var open = await Open();
        return await open.Execute(statement, values);
    }

    /// <summary>Runs a statement that returns rows.</summary>
    public async ValueTask<List<T>> Query<T>(Statement statement, Func<IRow, T> read, params object?[] values)
    {
        var open = await Open();
        try
        {
            return await open.Query(statement, read, values);
        }
        catch
        {
            broken = true;
            throw;
        }
    }

    /// <summary>The rows of an owned entity that a filter selects.</summary>
    public Selection<T> Select<T>(RowFilter rows)
        where T : class, IOwned => SelectAll<T>().OwnedBy(rows);

    /// <summary>The rows of all accounts, for rows that belong to a row already found.</summary>
    public Selection<T> SelectAll<T>()
        where T : class => new(this, EntityRows<T>.Of(database));

    /// <summary>Runs the queries of one resource or page: in one transaction on SQLite, which takes the locks of the file once.</summary>
    /// <param name="read">Reads and awaits nothing else.</param>
    public ValueTask<T> ReadTogether<T>(Func<ValueTask<T>> read) => Engine == Engine.Sqlite ? InSnapshot(read) : read();

    /// <summary>Runs several queries on one snapshot.</summary>
    /// <param name="read">Reads and awaits nothing else: an open snapshot holds up checkpoints and vacuum.</param>
    public async ValueTask<T> InSnapshot<T>(Func<ValueTask<T>> read)
    {
        var open = await Open();
        if (!rented)
        {
            return await read();
        }

        try
        {
            await open.BeginSnapshot();
            var result = await read();
            await open.Commit();
            return result;
        }
        catch
        {
            broken = true;
            throw;
        }
    }

    /// <summary>Raises an event. It is stored and numbered in this commit, and dropped when the command is undone.</summary>
    /// <param name="type">The event's type, <c>card.issued</c>.</param>
    /// <param name="account">The account that the event is for.</param>
    /// <param name="mode">The mode; null when the event concerns the account as a whole.</param>
    /// <param name="subject">The id of the resource.</param>
    /// <param name="resource">The resource as JSON, as its GET operation shows it. It never contains a secret.</param>
    /// <param name="card">The card that the event concerns; null for none.</param>
    /// <param name="details">The members of the event's data beside the resource, as a JSON object; null for none.</param>
    public void Raise(
        EventType type, AccountId account, Mode? mode, string subject, ReadOnlyMemory<byte> resource, string? card = null, byte[]? details = null)
    {
        var id = ids.NewText(StoredEvents.IdPrefix);
        call.AddEffect(id);
        Attached.Events.Add(account, [id, type.Name, account, mode, call.RequestId, subject, resource.ToArray(), Now, card, details]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ForgetEntities();
        if (rented && session is { } reader)
        {
            rented = false;
            await database.ReturnReader(reader, broken);
        }

        session = null;
    }

    // In a command the EF context runs the statement, so that it tracks the rows.
    internal async ValueTask<List<T>> Entities<T>(Statement statement, Func<IRow, T> read, object?[] values)
        where T : class => (await Open()).IsWriter
        ? await (await SetOutsideBatch<T>()).FromSqlRaw(statement.Sql, Statements.Parameters(Engine, statement, values)).ToListAsync()
        : await Query(statement, read, values);

    internal async ValueTask<int> Stream(Statement statement, Action<IRow> row, object?[] values)
    {
        var open = await Open();
        try
        {
            return await open.Each(statement, row, values);
        }
        catch
        {
            broken = true;
            throw;
        }
    }

    // Joins the writer's transaction, until the next attempt or the end of the call.
    internal async ValueTask Attach(DatabaseSession writer)
    {
        await DisposeAsync();
        session = writer;
        Now = clock.GetUtcNow();
    }

    internal async ValueTask Save()
    {
        if (db is not null)
        {
            Attached.CountWrite();
#pragma warning disable RS0030 // the unit of work is the one place that saves
            await db.SaveChangesAsync();
#pragma warning restore RS0030
        }
    }

    // The savepoint follows the lock on the Idempotency-Key, because a rollback to an earlier savepoint would release that lock.
    internal void BeginEffect(bool isClaimed)
    {
        hasEffect = isClaimed;
        if (hasEffect)
        {
            Attached.BeginEffect();
        }
    }

    internal void EndEffect()
    {
        if (hasEffect)
        {
            Attached.EndEffect();
        }
    }

    internal async ValueTask Undo()
    {
        ForgetEntities();
        await (hasEffect ? Attached.UndoEffect() : Attached.UndoCommand());
    }

    internal void Detach()
    {
        ForgetEntities();
        session = null;
    }

    private async ValueTask<CryptocardiumDb> Context()
    {
        var open = await Open();
        if (db is null)
        {
            if (open.IsWriter)
            {
                await open.FlushAndForget();
            }

            db = open.Context ??= database.NewContext(open.Options);
            db.Database.SetCommandTimeout(open.IsPatient ? 0 : null);
            db.ChangeTracker.QueryTrackingBehavior =
                rented ? QueryTrackingBehavior.NoTracking : QueryTrackingBehavior.TrackAll;
        }

        return db;
    }

    private async ValueTask<DatabaseSession> Open()
    {
        if (session is null)
        {
            session = await database.RentReader(CancellationToken.None);
            session.IsPatient = call.Caller.Class == CredentialClass.Job || database.Options.ReadOnly;
            rented = true;
        }

        return session;
    }

    private void ForgetEntities()
    {
        db?.ChangeTracker.Clear();
        db = null;
    }
}
