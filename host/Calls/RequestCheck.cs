using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Calls;

// Checks path, query and body of a call against the contract, so that binding cannot fail.
internal static class RequestCheck
{
    /// <returns>The first fault with all the others, or null.</returns>
    public static Error? Of(OperationCall call, OperationRules operation)
    {
        List<Error>? faults = null;
        foreach (var name in call.Values.QueryNames)
        {
            if (!Array.Exists(operation.Query, parameter => parameter.Name == name))
            {
                (faults ??= []).Add(new Error(Errors.UnknownParameter) { Param = ContractErrors.Shown(name) });
            }
        }

        foreach (var parameter in operation.Query)
        {
            Add(ref faults, ParameterCheck.Check(parameter, call.Values.Query(parameter.Name).ToArray()), isBody: false);
        }

        if (!call.Body.IsEmpty)
        {
            Add(ref faults, RequestBody.Check(call.Body.Span, operation.Body), isBody: true);
        }
        else if (operation.NeedsBody)
        {
            (faults ??= []).Add(Errors.MissingBody);
        }

        return faults is null ? CheckPath(call, operation) : Combine(faults);
    }

    private static void Add(ref List<Error>? faults, IReadOnlyList<Violation> violations, bool isBody)
    {
        for (var i = 0; i < violations.Count; i++)
        {
            (faults ??= []).Add(ContractErrors.Of(violations[i], isBody));
        }
    }

    // An id that cannot be one names nothing, and must not reach a database that refuses its characters.
    private static Error? CheckPath(OperationCall call, OperationRules operation)
    {
        foreach (var parameter in operation.Path)
        {
            if (ParameterCheck.Check(parameter, call.Values.Path(parameter.Name)).Count > 0)
            {
                return new Error(Errors.ResourceNotFound) { Param = parameter.Name };
            }
        }

        return null;
    }

    // ContractErrors of form come before refusals by a rule.
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
