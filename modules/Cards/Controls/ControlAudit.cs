using System.Text.Json;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Controls;

// Names the audit action of a changed control and the fields that changed, as the API shows them.
internal static class ControlAudit
{
    public static IEnumerable<(AuditAction Action, IReadOnlyList<AuditedChange> Changes)> Between(CardControls before, CardControls after)
    {
        (AuditAction, IReadOnlyList<AuditedChange>)[] all =
        [
            (AuditActions.CardLimitsChanged, AuditedChange.Between("limits.", Json(before.Limits), Json(after.Limits))),
            (AuditActions.CardMccChanged, AuditedChange.Between("mcc.", Mcc(before), Mcc(after))),
            (AuditActions.CardGeoChanged, AuditedChange.Between("geo.", Geo(before), Geo(after))),
            (AuditActions.CardAutoCancelChanged, AuditedChange.Between("auto_cancel.", Json(before.AutoCancel), Json(after.AutoCancel))),
        ];
        return all.Where(each => each.Item2.Count > 0);
    }

    private static JsonElement Json(SpendingLimits limits) => JsonSerializer.SerializeToElement(ControlsView.Show(limits), V1Json.Default.LimitRules);

    private static JsonElement Mcc(CardControls controls) =>
        JsonSerializer.SerializeToElement(ControlsView.Mcc(controls.Mcc), V1Json.Default.MccRules);

    private static JsonElement Geo(CardControls controls) =>
        JsonSerializer.SerializeToElement(ControlsView.Geo(controls.Geo), V1Json.Default.GeoRules);

    private static JsonElement? Json(AutoCancel autoCancel) => ControlsView.Show(autoCancel) is { } shown
        ? JsonSerializer.SerializeToElement(shown, V1Json.Default.CardAutoCancel)
        : null;
}
