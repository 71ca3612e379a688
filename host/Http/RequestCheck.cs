using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Http;

// Path, query and body of a request against the contract.
internal static class RequestCheck
{
    /// <returns>The first fault with all the others, or null.</returns>
    public static Error? Of(HttpRequest request, OperationRules operation, ReadOnlySpan<byte> body)
    {
        List<Error>? faults = null;
        if (request.QueryString.HasValue)
        {
            if (!QueryText.IsUtf8(request.QueryString.Value))
            {
                return Errors.InvalidUtf8;
            }

            AddUnknown(ref faults, request.Query, operation.Query);
        }

        foreach (var parameter in operation.Query)
        {
            var values = request.QueryString.HasValue ? request.Query[parameter.Name] : default;
            Add(ref faults, ParameterCheck.Check(parameter, values.ToArray()), isBody: false);
        }

        if (!body.IsEmpty)
        {
            Add(ref faults, RequestBody.Check(body, operation.Body), isBody: true);
        }
        else if (operation.NeedsBody)
        {
            (faults ??= []).Add(Errors.MissingBody);
        }

        return faults is null ? CheckPath(request, operation) : Combine(faults);
    }

    private static void AddUnknown(ref List<Error>? faults, IQueryCollection query, ContractParameter[] known)
    {
        foreach (var name in query.Keys)
        {
            if (!Array.Exists(known, parameter => parameter.Name == name))
            {
                (faults ??= []).Add(new Error(Errors.UnknownParameter) { Param = Faults.Shown(name) });
            }
        }
    }

    private static void Add(ref List<Error>? faults, IReadOnlyList<Violation> violations, bool isBody)
    {
        for (var i = 0; i < violations.Count; i++)
        {
            (faults ??= []).Add(Faults.Of(violations[i], isBody));
        }
    }

    // An id that cannot be one names nothing, and must not reach a database that refuses its characters.
    private static Error? CheckPath(HttpRequest request, OperationRules operation)
    {
        foreach (var parameter in operation.Path)
        {
            if (ParameterCheck.Check(parameter, request.RouteValues[parameter.Name] as string).Count > 0)
            {
                return new Error(Errors.ResourceNotFound) { Param = parameter.Name };
            }
        }

        return null;
    }

    // What is wrong in form comes before what a rule refuses.
    private static Error Combine(List<Error> faults)
    {
        if (faults.Count == 1)
        {
            return faults[0];
        }

        var ordered = faults.OrderBy(fault => fault.Kind.Status).ToList();
        return ordered[0] with { Others = ordered };
    }
}
