using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;

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
            || await Trail(owned).Equal(nameof(AuditRow.Id), audited).FirstOrDefault() is not null;
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
        var range = new EventRange(Id(StoredEvents.IdPrefix, after), Id(StoredEvents.IdPrefix, before), page.Descending, page.Size + 1);
        var events = await StoredEvents.Read(unit, owned, range, new EventFilter
        {
            From = from,
            Until = until,
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

    private async ValueTask<List<AuditRow>> Audited(RowFilter owned, GetActivity query, PageQuery page, (string After, string Before) ids) =>
        await Trail(owned)
            .Above(nameof(AuditRow.Id), ids.After)
            .Below(nameof(AuditRow.Id), ids.Before)
            .AtLeast(nameof(AuditRow.CreatedAt), page.CreatedAfter is { } after ? WireTime.After(after) : null)
            .Below(nameof(AuditRow.CreatedAt), page.CreatedBefore)
            .Equal(nameof(AuditRow.Action), query.Type)
            .Equal(nameof(AuditRow.RequestId), query.RequestId)
            .Equal(nameof(AuditRow.SubjectId), query.SubjectId)
            .Equal(nameof(AuditRow.SubjectId), query.CardId)
            .Equal(nameof(AuditRow.Mode), query.Mode)
            .OrderedBy(nameof(AuditRow.Id), page.Descending, page.Size + 1);

    // The actors of the requests that raised the events, as far as the audit trail has them.
    private async ValueTask<Dictionary<string, Actor>> Actors(RowFilter owned, List<RaisedEvent> events)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var requests = events.Select(raised => raised.RequestId).Distinct().ToList();
        var recorded = await unit.Select<AuditRow>(owned).OneOf(nameof(AuditRow.RequestId), requests).ToList();
        return recorded.DistinctBy(row => row.RequestId).ToDictionary(row => row.RequestId, row => ActorView.Show(row.ActorType, row.ActorId));
    }

    private Selection<AuditRow> Trail(RowFilter owned) =>
        unit.Select<AuditRow>(owned).Where($"action NOT IN ('{string.Join("', '", WithEvents)}')");

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
