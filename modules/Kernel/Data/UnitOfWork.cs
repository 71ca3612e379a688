using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The unit of work of a call, scoped. In a command it is the writer's transaction: everything written through it commits with
/// the stored answer, or not at all. In a query it is a read connection, taken when first used.
/// </summary>
/// <param name="database">Where read connections come from.</param>
/// <param name="clock">What time it is for this unit.</param>
/// <param name="ids">Makes the ids of events.</param>
/// <param name="call">The call it serves.</param>
public sealed class UnitOfWork(Database database, TimeProvider clock, IdSource ids, Call call) : IAsyncDisposable
{
    private DatabaseSession? session;
    private CryptocardiumDb? db;
    private bool rented;
    private bool broken;
    private bool hasEffect;

    /// <summary>The time of this unit; every row that it writes carries the same.</summary>
    public DateTimeOffset Now { get; private set; } = clock.GetUtcNow();

    /// <summary>The engine, for the few statements that differ.</summary>
    public Engine Engine => database.Engine;

    /// <summary>The chain of journals that this unit extends; only within a command.</summary>
    public int Lane => Attached.Lane;

    /// <summary>Grows when an effect on this connection is undone.</summary>
    public int Rollbacks => Attached.Rollbacks;

    /// <summary>Identifies the connection, for state that lives as long as it does.</summary>
    public object Connection => Attached;

    /// <summary>
    /// Says that this command has locked a row that commands of every account need: where there are several writers its batch ends
    /// with it, so that nobody waits for the commands that would have come after it.
    /// </summary>
    public void EndBatch() => Attached.EndBatch();

    private DatabaseSession Attached => session ?? throw new InvalidOperationException("This needs a command's unit of work.");

    /// <summary>The rows of an entity: tracked in a command, for reading only in a query.</summary>
    public async ValueTask<DbSet<T>> Set<T>()
        where T : class => (await Context()).Set<T>();

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async ValueTask<int> Execute(Statement statement, params object?[] values)
    {
        var open = await Open();
        return await open.Execute(statement, values);
    }

    /// <summary>
    /// Runs a statement of a command that nothing is asked of, but that it succeeds. On PostgreSQL it goes along with the next one whose
    /// outcome somebody waits for, at the latest with the end of the command, and so may its failure.
    /// </summary>
    public async ValueTask Write(Statement statement, params object?[] values)
    {
        // What the context runs goes past those that wait.
        if (db is null)
        {
            await Attached.Write(statement, values);
        }
        else
        {
            await Attached.Execute(statement, values);
        }
    }

    /// <summary>Adds a row, like <see cref="Write"/>; on PostgreSQL together with those that the other commands of the batch add.</summary>
    public async ValueTask Insert(Insertion insertion, params object?[] values)
    {
        if (db is null)
        {
            Attached.Insert(insertion, values);
        }
        else
        {
            await Attached.Execute(insertion.One, values);
        }
    }

    /// <summary>
    /// The rows of a table that this command's batch has locked; null where nothing is kept: in a query, and once the command has used
    /// the context, which may write what nobody here sees.
    /// </summary>
    public LockedRows<TRow>? Locked<TRow>(LockedTable<TRow> table)
        where TRow : class => db is null && session is { IsWriter: true } writer ? writer.Locked(table) : null;

    /// <summary>Asks for rows in a command, without waiting for them: what is asked for together travels together.</summary>
    public PendingRows<T> QueryLater<T>(Statement statement, Func<IRow, T> read, params object?[] values) => Attached.QueryLater(statement, read, values);

    /// <summary>The rows that were asked for.</summary>
    public ValueTask<List<T>> Rows<T>(PendingRows<T> pending) => Attached.Rows(pending);

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

    /// <summary>Runs a statement that returns very many rows, and hands them over one by one.</summary>
    /// <returns>How many there were.</returns>
    public async ValueTask<int> Each(Statement statement, Action<IRow> row, params object?[] values)
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

    /// <summary>Runs a statement that returns one row or none.</summary>
    public async ValueTask<T?> One<T>(Statement statement, Func<IRow, T> read, params object?[] values)
    {
        var rows = await Query(statement, read, values);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <summary>Runs several queries that must not see what is committed between them.</summary>
    /// <param name="read">Reads, and waits for nothing else: what it holds open holds up the database's own tidying.</param>
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

    /// <summary>Writes an event into the outbox. It is stored and numbered in this commit, and dropped when the command is undone.</summary>
    /// <param name="type">The event's type, <c>card.issued</c>.</param>
    /// <param name="account">The account whose event it is.</param>
    /// <param name="mode">The book it belongs to; null when it concerns the account as a whole.</param>
    /// <param name="subject">The id of the resource.</param>
    /// <param name="resource">The resource as JSON, as its GET would show it. Never holds a secret.</param>
    public void Raise(EventType type, AccountId account, Mode? mode, string subject, ReadOnlyMemory<byte> resource)
    {
        var id = ids.NewText(Outbox.IdPrefix);
        call.AddEffect(id);
        Attached.Events.Add(account, [id, type.Name, account, mode, call.RequestId, subject, resource.ToArray(), Now]);
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

    // From here on, until the next attempt or the end of the call, this unit is a part of the writer's transaction.
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
#pragma warning disable RS0030 // this is the unit of work
            await db.SaveChangesAsync();
#pragma warning restore RS0030
        }
    }

    // An undone effect must not take the lock on its key along, and a database gives up a lock when it rolls back to before it.
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
