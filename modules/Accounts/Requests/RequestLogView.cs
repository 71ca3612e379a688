using Cryptocardium.Accounts.Activities;
using Cryptocardium.Accounts.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Requests;

// Converts a logged request to the contract.
internal static class RequestLogView
{
    public static RequestLog Show(RequestRow row) => new()
    {
        Id = row.Id,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
        Method = row.Method,
        Path = row.Path,
        Operation = row.Operation,
        ResponseStatus = (int)row.Status,
        ErrorCode = row.ErrorCode,
        LatencyMs = (int)row.LatencyMs,
        Replayed = row.Replayed,
        Actor = ActorView.Show(row.ActorType, row.ActorId),
    };
}
