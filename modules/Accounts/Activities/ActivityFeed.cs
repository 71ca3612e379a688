using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Accounts.Activities;

// Merges the events of an account with those audit entries that have no event. Both are ordered by their ids, which begin with the time. The
// id of an activity has the digits of its source, so one cursor serves both.
internal sealed class ActivityFeed(UnitOfWork unit)
{
    private const string Prefix = "act";
    private const string CardPrefix = "card_";

    // Sorts after all digits in each collation.
    private const string End = "g";

    // Each of these actions raises an event of the same name in the same commit.
    private static readonly string[] WithEvents =
    [
        AuditActions.AccountSignedIn.Name, AuditActions.AccountSignedOut.Name, AuditActions.CardIssued.Name, AuditActions.CardReplaced.Name,
    ];

    public async ValueTask<bool> Holds(RowFilter owned, string cursor)
    {
        if (!cursor.StartsWith($"{Prefix}_", StringComparison.Ordinal))
        {
            return false;
        }

        var audited = Id(AuditId.Prefix, Digits(cursor));
        return await StoredEvents.Find(unit, owned, Id(StoredEvents.IdPrefix, Digits(cursor))) is not null
            || await (await Trail(owned)).AnyAsync(row => row.Id == audited);
    }

    /// <returns>The activities, one more than the page holds if there is a next page.</returns>
    public async ValueTask<List<Activity>> Read(RowFilter owned, GetActivity query, PageQuery page)
    {
        var (after, before) = page switch
        {
            { Cursor: null } => ("", End),
            { Descending: true } => ("", Digits(page.Cursor)),
            _ => (Digits(page.Cursor), End),
        };
        var from = page.CreatedAfter is { } created ? WireTime.After(created) : DateTimeOffset.UnixEpoch;
        var until = page.CreatedBefore ?? DateTimeOffset.MaxValue;
        after = Digits(IdTime.First(Prefix, from)) is var first && string.CompareOrdinal(first, after) > 0 ? first : after;
        before = Digits(IdTime.Last(Prefix, until)) is var last && string.CompareOrdinal(last, before) < 0 ? last : before;
        var events = await StoredEvents.Read(unit, owned, new EventRange(
            Id(StoredEvents.IdPrefix, after), Id(StoredEvents.IdPrefix, before), from, until, page.Descending, page.Size + 1)
        {
            Type = query.Type,
            RequestId = query.RequestId,
            SubjectId = query.SubjectId,
            CardId = query.CardId,
            Mode = ModeOf(query),
        });
        var audited = await Audited(owned, query, page, (Id(AuditId.Prefix, after), Id(AuditId.Prefix, before)));
        var actors = await Actors(owned, events);
        var all = events.Select(raised => Show(raised, actors.GetValueOrDefault(raised.RequestId))).Concat(audited.Select(Show));
        var sorted = page.Descending
            ? all.OrderByDescending(activity => activity.Id, StringComparer.Ordinal)
            : all.OrderBy(activity => activity.Id, StringComparer.Ordinal);
        return [.. sorted.Take(page.Size + 1)];
    }

    private async ValueTask<List<AuditRow>> Audited(RowFilter owned, GetActivity query, PageQuery page, (string After, string Before) ids)
    {
        var rows = (await Trail(owned))
            .Where(row => string.Compare(row.Id, ids.After) > 0 && string.Compare(row.Id, ids.Before) < 0)
            .CreatedBetween(row => row.CreatedAt, page.CreatedAfter, page.CreatedBefore);
        rows = query.Type is { } type ? rows.Where(row => row.Action == type) : rows;
        rows = query.RequestId is { } request ? rows.Where(row => row.RequestId == request) : rows;
        rows = query.SubjectId is { } subject ? rows.Where(row => row.SubjectId == subject) : rows;
        rows = query.CardId is { } card ? rows.Where(row => row.SubjectId == card) : rows;
        rows = ModeOf(query) is { } mode ? rows.Where(row => row.Mode == mode) : rows;
        rows = page.Descending ? rows.OrderByDescending(row => row.Id) : rows.OrderBy(row => row.Id);
        return await rows.Take(page.Size + 1).ToListAsync();
    }

    // The actors of the requests that raised the events, as far as the audit trail has them.
    private async ValueTask<Dictionary<string, Actor>> Actors(RowFilter owned, List<RaisedEvent> events)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var requests = events.Select(raised => raised.RequestId).Distinct().ToList();
        var recorded = await (await unit.SetOutsideBatch<AuditRow>()).OwnedBy(owned)
            .Where(row => requests.Contains(row.RequestId))
            .Select(row => new { row.RequestId, row.ActorType, row.ActorId })
            .ToListAsync();
        return recorded.DistinctBy(row => row.RequestId).ToDictionary(row => row.RequestId, row => ActorView.Show(row.ActorType, row.ActorId));
    }

    private async ValueTask<IQueryable<AuditRow>> Trail(RowFilter owned) =>
        (await unit.SetOutsideBatch<AuditRow>()).OwnedBy(owned).Where(row => !WithEvents.Contains(row.Action));

    private static Activity Show(RaisedEvent raised, Actor? actor) => new()
    {
        Id = Id(Prefix, Digits(raised.Id)),
        CreatedAt = raised.CreatedAt,
        UpdatedAt = raised.CreatedAt,
        Type = raised.Type,
        Mode = raised.Mode?.Text(),
        SubjectId = raised.SubjectId,
        CardId = raised.CardId,
        Actor = actor,
        RequestId = raised.RequestId,
    };

    private static Activity Show(AuditRow row) => new()
    {
        Id = Id(Prefix, Digits(row.Id)),
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
        Type = row.Action,
        Mode = row.Mode?.Text(),
        SubjectId = row.SubjectId,
        CardId = row.SubjectId.StartsWith(CardPrefix, StringComparison.Ordinal) ? row.SubjectId : null,
        Actor = ActorView.Show(row.ActorType, row.ActorId),
        RequestId = row.RequestId,
    };

    private static Mode? ModeOf(GetActivity query) => query.Mode is { } text ? ModeText.Parse(text) : null;

    private static string Id(string prefix, string digits) => $"{prefix}_{digits}";

    private static string Digits(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
