using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Building
{
    [Fact]
    public void An_assembly_and_a_type_of_it_may_both_be_added()
    {
        using var bench = new ActivityBench();
        using var worker = new WorkerBuilder { Options = new WorkerOptions { TaskQueue = "orders", MaxConcurrentActivities = 7 } }
            .AddAssembly(typeof(Building).Assembly)
            .AddActivities<PaymentActivities>()
            .AddWorkflow<OrderWorkflow>()
            .Build(bench);
        Assert.Contains("Charge", worker.Activities.ActivityTypes);
        Assert.Contains("OrderWorkflow", worker.Workflows.WorkflowTypes);
        var registration = worker.Registration;
        Assert.Equal(("default", "orders", 7), (registration.Namespace, registration.TaskQueue, registration.MaxConcurrentActivities));
    }

    [Fact]
    public void A_worker_without_workflows_registers_for_activities_alone()
    {
        using var bench = new ActivityBench();
        using var worker = new WorkerBuilder().AddActivities(new PaymentActivities()).Build(bench);
        Assert.Null(worker.Registration.Workflows);
        Assert.NotNull(worker.Registration.Activities);
    }

    [Fact]
    public void Two_activities_of_one_name_are_refused_naming_both_types()
    {
        using var bench = new ActivityBench();
        var twin = ActivityBench.Activity("Charge", () => Task.FromResult(Payloads.Empty));
        var error = Assert.Throws<HoldfastException>(() => new WorkerBuilder().AddActivities<PaymentActivities>().AddActivity(twin).Build(bench));
        Assert.Equal(ErrorCodes.DuplicateName, error.Code);
        Assert.Contains(nameof(PaymentActivities), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(ActivityBench), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_without_activities_is_refused() =>
        Assert.Equal(ErrorCodes.NotRegistered, Assert.Throws<HoldfastException>(() => new WorkerBuilder().AddActivities<Building>()).Code);

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        using var bench = new ActivityBench();
        Assert.Contains("MaxConcurrentActivities is 0", Assert.Throws<HoldfastException>(() => new WorkerBuilder { Options = new WorkerOptions { MaxConcurrentActivities = 0 } }.Build(bench)).Message, StringComparison.Ordinal);
    }
}
