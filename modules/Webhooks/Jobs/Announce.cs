using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Webhooks.Data;
using Mediator;

namespace Cryptocardium.Webhooks.Jobs;

// Stores a notice of the platform, whose event a job then raises for every account.
internal sealed record Announce(string Type, string Title, string Text, string? StartsAt, string? EndsAt, string? DocUrl) : ICommand<Result<string>>
{
    public static readonly OperatorCommand Maintenance = new(
        "announce-maintenance",
        "raise system.maintenance once for every account",
        [("title", "TEXT"), ("text", "TEXT"), ("starts-at", "2026-12-24T02:00:00Z"), ("ends-at", "2026-12-24T02:10:00Z")],
        static (sender, given, token) => sender.Send(
            new Announce(EventTypes.SystemMaintenance.Name, given["title"], given["text"], given["starts-at"], given["ends-at"], DocUrl: null), token));

    public static readonly OperatorCommand Deprecation = new(
        "announce-deprecation",
        "raise system.deprecation once for every account",
        [("title", "TEXT"), ("text", "TEXT"), ("doc-url", "https://…")],
        static (sender, given, token) => sender.Send(
            new Announce(EventTypes.SystemDeprecation.Name, given["title"], given["text"], StartsAt: null, EndsAt: null, given["doc-url"]), token));
}

internal sealed class AnnounceHandler(UnitOfWork unit, IdSource ids) : ICommandHandler<Announce, Result<string>>
{
    private const string Prefix = "ntc";
    private const int TitleMax = 100;
    private const int TextMax = 2_000;

    public async ValueTask<Result<string>> Handle(Announce command, CancellationToken cancellationToken)
    {
        if (Refusal(command) is { } refusal)
        {
            return refusal;
        }

        var id = ids.NewText(Prefix);
        await unit.Execute(
            NoticeSql.Insert, id, command.Type, command.Title, command.Text, Time(command.StartsAt), Time(command.EndsAt), command.DocUrl, unit.Now,
            "");
        return $"{id} is stored; every account gets {command.Type}.";
    }

    private static Error? Refusal(Announce notice) =>
        !IsText(notice.Title, TitleMax) ? Refused("title", $"The title has 1 to {TitleMax} characters and no control characters.")
        : !IsText(notice.Text, TextMax) ? Refused("text", $"The text has 1 to {TextMax} characters and no control characters.")
        : notice.StartsAt is not null && Time(notice.StartsAt) is null ? Refused("starts-at", "Write the time as 2026-12-24T02:00:00Z.")
        : notice.EndsAt is not null && Time(notice.EndsAt) is null ? Refused("ends-at", "Write the time as 2026-12-24T02:10:00Z.")
        : Time(notice.EndsAt) <= Time(notice.StartsAt) ? Refused("ends-at", "The end must be after the start.")
        : notice.DocUrl is not null && !IsHttps(notice.DocUrl) ? Refused("doc-url", "Name an https:// address.")
        : null;

    private static Error Refused(string param, string message) => new(Errors.InvalidValue) { Param = param, Message = message };

    private static bool IsText(string text, int max) => text.Length > 0 && text.Length <= max && !text.Any(char.IsControl);

    private static bool IsHttps(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps;

    private static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParseExact(
        text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;
}
