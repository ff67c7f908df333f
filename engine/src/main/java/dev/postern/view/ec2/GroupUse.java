package dev.postern.view.ec2;

import java.util.List;

/// Where resources name the security groups that they use.
///
/// @param path dotted, `[]` for the elements of a list
record GroupUse(String type, String path) {
  static final List<GroupUse> PATHS =
      List.of(
          new GroupUse("AWS::ElasticLoadBalancingV2::LoadBalancer", "SecurityGroups[]"),
          new GroupUse("AWS::ElasticLoadBalancing::LoadBalancer", "SecurityGroups[]"),
          new GroupUse("AWS::EC2::Instance", "SecurityGroupIds[]"),
          new GroupUse("AWS::EC2::Instance", "SecurityGroups[]"),
          new GroupUse("AWS::EC2::Instance", "NetworkInterfaces[].GroupSet[]"),
          new GroupUse("AWS::EC2::NetworkInterface", "GroupSet[]"),
          new GroupUse("AWS::EC2::LaunchTemplate", "LaunchTemplateData.SecurityGroupIds[]"),
          new GroupUse("AWS::EC2::LaunchTemplate", "LaunchTemplateData.SecurityGroups[]"),
          new GroupUse(
              "AWS::EC2::LaunchTemplate", "LaunchTemplateData.NetworkInterfaces[].Groups[]"),
          new GroupUse("AWS::AutoScaling::LaunchConfiguration", "SecurityGroups[]"),
          new GroupUse("AWS::EC2::VPCEndpoint", "SecurityGroupIds[]"),
          new GroupUse("AWS::EC2::ClientVpnEndpoint", "SecurityGroupIds[]"),
          new GroupUse("AWS::EC2::InstanceConnectEndpoint", "SecurityGroupIds[]"),
          new GroupUse("AWS::Lambda::Function", "VpcConfig.SecurityGroupIds[]"),
          new GroupUse(
              "AWS::ECS::Service", "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]"),
          new GroupUse("AWS::EKS::Cluster", "ResourcesVpcConfig.SecurityGroupIds[]"),
          new GroupUse("AWS::EKS::Nodegroup", "RemoteAccess.SourceSecurityGroups[]"),
          new GroupUse("AWS::RDS::DBInstance", "VPCSecurityGroups[]"),
          new GroupUse("AWS::RDS::DBCluster", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::RDS::DBProxy", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::DocDB::DBCluster", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::Neptune::DBCluster", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::Redshift::Cluster", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::ElastiCache::CacheCluster", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::ElastiCache::ReplicationGroup", "SecurityGroupIds[]"),
          new GroupUse("AWS::MemoryDB::Cluster", "SecurityGroupIds[]"),
          new GroupUse("AWS::OpenSearchService::Domain", "VPCOptions.SecurityGroupIds[]"),
          new GroupUse("AWS::MSK::Cluster", "BrokerNodeGroupInfo.SecurityGroups[]"),
          new GroupUse("AWS::AmazonMQ::Broker", "SecurityGroups[]"),
          new GroupUse("AWS::EFS::MountTarget", "SecurityGroups[]"),
          new GroupUse("AWS::DMS::ReplicationInstance", "VpcSecurityGroupIds[]"),
          new GroupUse("AWS::DAX::Cluster", "SecurityGroupIds[]"),
          new GroupUse("AWS::SageMaker::NotebookInstance", "SecurityGroupIds[]"),
          new GroupUse("AWS::Batch::ComputeEnvironment", "ComputeResources.SecurityGroupIds[]"),
          new GroupUse("AWS::CodeBuild::Project", "VpcConfig.SecurityGroupIds[]"));
}
