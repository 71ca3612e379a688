using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Commands;

// The scope of one call of an operator.
internal static class OperatorScope
{
    public static AsyncServiceScope OpenOperatorScope(this IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = Caller.Operator;
        call.RequestId = scope.ServiceProvider.GetRequiredService<IdSource>().NewText(Call.IdPrefix);
        return scope;
    }
}
